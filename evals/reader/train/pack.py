"""Writes a model's weights small enough to carry to a GPU: python pack.py model.safetensors OUT STEPS_A_DEVIATION [parts]
Each row in whole steps of its deviation, then LZMA: about 5 bits a weight at 8 steps. What is lost is learnt again."""
import lzma, pickle, sys
import numpy as np
from safetensors.numpy import load_file

source, out, steps, parts = sys.argv[1], sys.argv[2], float(sys.argv[3]), int((sys.argv[4:] or ['1'])[0])
packed = {}
for k, v in load_file(source).items():
    if not k.startswith(('embeddings', 'encoder')) or v.dtype.kind != 'f': continue
    if v.ndim == 2 and v.size > 100_000:
        step = v.std(1, keepdims=True) / steps + 1e-9; q = np.round(v / step)
        packed[k] = (q.astype(np.int8 if np.abs(q).max() <= 127 else np.int16), step.astype(np.float16).astype(np.float32))
    else: packed[k] = (v, None)
raw = pickle.dumps(packed); size = -(-len(raw) // parts)
for i in range(parts):
    done = lzma.compress(raw[i * size:(i + 1) * size], preset=2); open(f'{out}.{i}' if parts > 1 else out, 'wb').write(done); print(out, i, len(done))
