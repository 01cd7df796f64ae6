"""Writes a shrunk reader as ONNX that multiplies its whole steps as they are: python export.py shrunk.pt reader.onnx"""
import sys
import numpy as np
import onnx, torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from model import Reader


class Whole(nn.Embedding):
    """A table of whole steps and each row's step."""
    def __init__(self, q, step):
        super().__init__(1, 1); del self.weight
        self.register_buffer('q', q); self.register_buffer('step', step[:, None])

    def forward(self, ids): return self.q[ids].float() * self.step[ids]


def main(source, out):
    kept = torch.load(source); steps = kept['steps']
    reader = Reader(16384, 768, 12, 12, 3072, True, 1e-5); reader.load_state_dict(kept['state']); reader.eval()
    for layer, smooth, apart in zip(reader.layers, kept['smooth'], kept['apart']): layer.smooth, layer.apart = smooth, apart
    reader.words = Whole(*steps['words']); reader.places = Whole(steps['places'][0][:192], steps['places'][1][:192])
    ids = torch.randint(5, 9000, (2, 40)); mask = torch.ones_like(ids); types = torch.zeros_like(ids); types[:, 12:39] = 1
    names = ['input_ids', 'attention_mask', 'token_type_ids']
    axes = {k: {0: 'batch', 1: 'length'} for k in [*names, 'pointer']} | {'answer': {0: 'batch'}}
    torch.onnx.export(reader, (ids, mask, types), out + '.float', input_names=names, output_names=['answer', 'pointer'], dynamic_axes=axes, opset_version=17, dynamo=False)
    model = onnx.load(out + '.float'); known = {}
    for x in model.graph.initializer:
        v = numpy_helper.to_array(x)
        for k, (q, s) in steps.items():
            if v.ndim == 2 and v.shape == tuple(q.T.shape) and np.array_equal(v, (q.float() * s[:, None]).T.numpy()): known[x.name] = (q.T.contiguous().numpy(), s.numpy())
    assert len(known) == 48, len(known)
    quantize_dynamic(out + '.float', out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=['MatMul'], nodes_to_exclude=[n.name for n in model.graph.node if n.op_type == 'MatMul' and not any(i in known for i in n.input)])
    model = onnx.load(out); done = 0
    for x in model.graph.initializer:
        name, _, kind = x.name.rpartition('_')
        if name in known and kind == 'quantized': x.CopyFrom(numpy_helper.from_array(known[name][0], x.name)); done += 1
        if name in known and kind == 'scale': x.CopyFrom(numpy_helper.from_array(known[name][1], x.name)); done += 1
    assert done == 96, done
    onnx.save(model, out); print(out, 'written')


main(sys.argv[1], sys.argv[2])
