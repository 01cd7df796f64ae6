"""Rounds a reader's weights to whole steps so that few bits a weight are left, and writes them as an int8 ONNX model.

python shrink.py --weights teacher.pt --data DIR --out shrunk.pt [--steps 3] [--base shrunk.pt --first 8]

Each row of a matrix is a run of whole steps, `steps` to its deviation: about log2(steps) + 2 bits a weight once compressed. What
rounding one column changes is made up for in the columns after it, for what the layer really sees (GPTQ, arXiv:2210.17323).
onnxruntime then multiplies these same whole numbers, with activations rounded to 8 bits as they come. With a base, what lies under
layer `--first` stays as it was shrunk before (`tune.py` trained what lies above on its states)."""
import argparse, time
import numpy as np
import torch
from model import Reader, buckets


APART = 8


def rounded(weight, hessian, steps, damp=.01):
    w = weight.clone(); step = w.std(1) / steps; q = torch.zeros_like(w)
    h = hessian.clone(); mean = h.diagonal().mean(); h.diagonal().add_(damp * mean)
    inverse = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(h)), upper=True)
    for a in range(0, w.shape[1], 128):
        b = min(a + 128, w.shape[1]); errors = torch.zeros(w.shape[0], b - a)
        for i in range(a, b):
            q[:, i] = torch.clamp(torch.round(w[:, i] / step), -127, 127)
            error = (w[:, i] - q[:, i] * step) / inverse[i, i]
            w[:, i:b] -= torch.outer(error, inverse[i, i:b]); errors[:, i - a] = error
        w[:, b:] -= errors @ inverse[a:b, b:]
    return q, step


@torch.no_grad()
def shrink(reader, ids, mask, steps, smoothing=.5, first=0):
    """@param ids what the model may meet, padded. @returns whole steps and step sizes by name; `reader` is changed to what they say."""
    out = {}
    for name, table in (('words', reader.words), ('places', reader.places)) if first == 0 else ():
        step = table.weight.std(1) / (steps if name == 'words' else 24) + 1e-9; q = torch.clamp(torch.round(table.weight / step[:, None]), -127, 127)
        table.weight.copy_(q * step[:, None]); out[name] = (q, step)
    l = ids.shape[1]; at = torch.arange(l)
    x = reader.norm(reader.words(ids) + reader.places(at)[None]); keep = mask.bool()
    bias = (1. - mask.float())[:, None, None, :] * -1e4 + reader.bias(buckets(at[None, :] - at[:, None])).permute(2, 0, 1)[None]
    def through(layer, x): return torch.cat([layer(x[i:i + 16], bias[i:i + 16]) for i in range(0, len(x), 16)])
    for n, layer in enumerate(reader.layers):
        if n < first: x = through(layer, x); continue
        began = time.time(); seen = {}
        hooks = [part.register_forward_pre_hook(lambda m, i, k=k: seen.setdefault(k, []).append(i[0])) for k, part in (('qkv', layer.qkv), ('out', layer.out), ('up', layer.up), ('down', layer.down))]
        through(layer, x)
        for h in hooks: h.remove()
        for k, inputs in seen.items():
            rows = torch.cat(inputs)[keep]; part = getattr(layer, k)
            # A few inner units are many times larger than all others: in 8 bits the others would vanish beside them.
            if k == 'down':
                units = rows.abs().amax(0).topk(APART).indices.sort().values; layer.apart = (units, part.weight[:, units].T.clone())
                part.weight[:, units] = 0; rows[:, units] = 0
            # Inputs that are large everywhere are made smaller, and their weights larger: 8 bits then do for all of them (SmoothQuant, arXiv:2211.10438).
            ease = (rows.abs().amax(0).clamp(min=1e-5) ** smoothing / part.weight.abs().amax(0).clamp(min=1e-5) ** (1 - smoothing))
            ease = ease / ease.log().mean().exp(); part.weight.mul_(ease[None]); rows = rows / ease; layer.smooth[k] = 1 / ease
            if k == 'down': layer.smooth[k][units] = 0
            q, step = rounded(part.weight, rows.T @ rows / len(rows) * 2, steps)
            before = part.weight @ rows[:2000].T; part.weight.copy_(q * step[:, None]); after = part.weight @ rows[:2000].T
            out[f'layers.{n}.{k}'] = (q, step); print(n, k, f'error {((before - after).norm() / before.norm()).item():.3f}', f'{time.time() - began:.0f} s', flush=True)
        x = through(layer, x)
    return out


def entropy(out):
    bits = 0
    for q, _ in out.values():
        p = np.unique(q.numpy(), return_counts=True)[1] / q.numel(); bits += -(p * np.log2(p)).sum() * q.numel()
    return bits / 8e6


def main():
    ap = argparse.ArgumentParser()
    for n in ('weights', 'data', 'out'): ap.add_argument(f'--{n}', required=True)
    ap.add_argument('--steps', type=float, default=3); ap.add_argument('--pairs', type=int, default=256); ap.add_argument('--base'); ap.add_argument('--first', type=int, default=0); a = ap.parse_args()
    from train import Pairs
    reader = Reader(16384, 768, 12, 12, 3072, True, 1e-5); reader.load_state_dict(torch.load(a.weights)); reader.eval()
    base = torch.load(a.base) if a.base else None
    if base:
        lower = tuple(f'layers.{n}.' for n in range(a.first)) + ('words', 'places', 'bias', 'norm')
        reader.load_state_dict({**reader.state_dict(), **{k: v for k, v in base['state'].items() if k.startswith(lower)}})
        for n, layer in enumerate(reader.layers[:a.first]): layer.smooth, layer.apart = base['smooth'][n], base['apart'][n]
    pool = Pairs(f'{a.data}/pool.npz', 'cpu'); names = pool.z['names'][pool.z['source']]
    y = pool.z['y']; ours = np.char.find(names.astype(str), ':') < 0; rng = np.random.default_rng(3)
    index = np.concatenate([rng.choice(np.flatnonzero(ours & (y == k)), a.pairs // 2, replace=False) for k in (0, 1)])
    ids, mask, _, _, _ = pool.batch(index)
    out = shrink(reader, ids, mask, a.steps, first=a.first)
    if base: out = {**{k: (q.float(), s) for k, (q, s) in base['steps'].items()}, **out}
    print(f'{entropy(out):.1f} MB of entropy')
    torch.save(dict(state=reader.state_dict(), smooth=[layer.smooth for layer in reader.layers], apart=[layer.apart for layer in reader.layers], steps={k: (q.to(torch.int8), s) for k, (q, s) in out.items()}), a.out)


if __name__ == '__main__': main()
