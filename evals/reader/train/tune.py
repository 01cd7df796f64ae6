"""Goes on training a reader's upper layers on a CPU: what the shipped model's lower layers say of each pair is kept once.

python tune.py --rows rows.pkl --weights teacher.pt --onnx reader.onnx --states states.bin --out tuned.pt [--first 8] [--epochs 2]

`rows.pkl` is `contrast.py`'s. The lower layers are those that ship, rounded as they are, so that the upper ones learn on what they
will see; then `shrink.py --base … --first 8` rounds the upper ones alone. Where pairs are replayed, what the reader said of them
before is taught as much as their labels, so that it forgets little."""
import argparse, os, pickle, time
import numpy as np
import onnxruntime
import torch
from onnx.utils import extract_model
from torch.nn import functional as F
from model import Reader, buckets

REPLAYED = ('ours', 'keywords', 'real')
TAUGHT_AS_BEFORE = ('ours', 'real')


class States:
    """What layer `first - 1` says of each token of each row, in halves."""
    def __init__(self, rows, onnx, file, first, size=16):
        self.rows = rows; self.length = np.array([len(r[1]) for r in rows]); self.at = np.concatenate([[0], np.cumsum(self.length)])
        shape = (int(self.at[-1]), 768); there = os.path.exists(file) and os.path.getsize(file) == shape[0] * shape[1] * 2
        self.kept = np.memmap(file, np.float16, 'r+' if there else 'w+', shape=shape)
        if there: return
        cut = f'/layers.{first - 1}/norm2/LayerNormalization_output_0'; lower = onnx + f'.under{first}'
        extract_model(onnx, lower, ['input_ids', 'attention_mask'], [cut], check_model=False); session = onnxruntime.InferenceSession(lower)
        order = np.argsort(self.length, kind='stable')
        for k in range(0, len(order), size):
            index = order[k:k + size]; ids = np.zeros((len(index), self.length[index].max()), np.int64)
            for j, i in enumerate(index): ids[j, :self.length[i]] = rows[i][1]
            mask = (np.arange(ids.shape[1])[None] < self.length[index][:, None]).astype(np.int64)
            said = session.run(None, dict(input_ids=ids, attention_mask=mask))[0]
            for j, i in enumerate(index): self.kept[self.at[i]:self.at[i + 1]] = said[j, :self.length[i]]
        self.kept.flush()

    def batch(self, index):
        l = int(self.length[index].max()); h = torch.zeros(len(index), l, 768); mask = torch.zeros(len(index), l); types = torch.zeros(len(index), l); target = torch.zeros(len(index), l, dtype=torch.bool)
        for j, i in enumerate(index):
            _, _, begins, hit, _ = self.rows[i]; n = self.length[i]
            h[j, :n] = torch.from_numpy(self.kept[self.at[i]:self.at[i + 1]].astype(np.float32)); mask[j, :n] = 1; types[j, begins:n - 1] = 1; target[j, hit] = True
        return h, mask, types, target, torch.tensor([float(self.rows[i][4]) for i in index])

    def batches(self, index, tokens, rng=None):
        index = np.array(index)
        if rng is not None: rng.shuffle(index)
        for s in range(0, len(index), 800):
            run = index[s:s + 800]; run = run[np.argsort(self.length[run], kind='stable')]; out = [[]]
            for i in run:
                if (len(out[-1]) + 1) * self.length[i] > tokens and out[-1]: out.append([])
                out[-1].append(i)
            if rng is not None: rng.shuffle(out)
            yield from map(np.array, out)


def upper(reader, first, h, mask, types, drop=0.):
    """As `Reader.forward`, from the states under layer `first` on."""
    at = torch.arange(h.shape[1]); x = h
    bias = (1. - mask)[:, None, None, :] * -1e4 + reader.bias(buckets(at[None] - at[:, None])).permute(2, 0, 1)[None].detach()
    for layer in reader.layers[first:]: x = layer(x, bias, drop)
    logits = reader.pointer(x)[..., 0]; allowed = (types * mask).bool(); none = torch.full_like(logits, -1e4)
    found = torch.logsumexp(torch.where(allowed, logits, none), -1) - logits[:, 0]
    return reader.answer(torch.tanh(reader.dense(x[:, 0])))[:, 0] + reader.weight * found, torch.where(allowed | (at == 0)[None], logits, none)


@torch.no_grad()
def said(reader, first, states, index, tokens):
    out = np.zeros(len(states.rows), np.float32); reader.eval()
    for b in states.batches(index, tokens):
        h, mask, types, _, _ = states.batch(b); out[b] = upper(reader, first, h, mask, types)[0].numpy()
    return out


def told(name, kinds, index, answers, y):
    """AUROC and what is taken for an answer, of each kind that is never trained on."""
    for kind in np.unique(kinds[index]):
        i = index[kinds[index] == kind]; s, yes = answers[i], y[i] == 1; rank = np.argsort(np.argsort(s))
        auroc = (rank[yes].sum() - yes.sum() * (yes.sum() - 1) / 2) / (yes.sum() * (~yes).sum())
        print(f'{name} {kind}: {len(i)} pairs, AUROC {auroc:.3f}, answers taken for such {(s[yes] > 0).mean():.2f}, others {(s[~yes] > 0).mean():.2f}', flush=True)


def loss_of(answer, pointer, target, y, before, as_before):
    bce = F.binary_cross_entropy_with_logits(answer, y * .96 + .02, reduction='none')
    soft = F.binary_cross_entropy_with_logits(answer, torch.sigmoid(before), reduction='none')
    nowhere = (y < .5)[:, None] & (torch.arange(target.shape[1]) == 0)[None]; target = target | nowhere; has = target.any(-1).float()
    point = -(torch.logsumexp(torch.log_softmax(pointer, -1).masked_fill(~target, -1e4), -1) * has).sum() / has.sum().clamp(min=1)
    return (bce * (1 - .5 * as_before) + .5 * soft * as_before).mean() + .5 * point


def main():
    ap = argparse.ArgumentParser()
    for n in ('rows', 'weights', 'onnx', 'states', 'out'): ap.add_argument(f'--{n}', required=True)
    for n, d in (('first', 8), ('tokens', 1600), ('seed', 1)): ap.add_argument(f'--{n}', type=int, default=d)
    for n, d in (('epochs', 2.), ('rate', 3e-5)): ap.add_argument(f'--{n}', type=float, default=d)
    a = ap.parse_args(); torch.manual_seed(a.seed); rng = np.random.default_rng(a.seed)
    reader = Reader(16384, 768, 12, 12, 3072, True, 1e-5); reader.load_state_dict({k: v.float() for k, v in torch.load(a.weights).items()})
    rows = pickle.load(open(a.rows, 'rb')); states = States(rows, a.onnx, a.states, a.first); kinds = np.array([r[0] for r in rows]); y = np.array([r[4] for r in rows])
    watched = np.concatenate([np.flatnonzero(kinds == 'kept'), *(np.flatnonzero(kinds == k)[::8] for k in REPLAYED)]); index = np.setdiff1d(np.arange(len(rows)), watched)
    told('before', kinds, watched, said(reader, a.first, states, watched, a.tokens), y)
    as_before = np.isin(kinds, TAUGHT_AS_BEFORE).astype(np.float32); before = said(reader, a.first, states, index[as_before[index] > 0], a.tokens)
    trained = tuple(f'layers.{n}.' for n in range(a.first, 12)) + ('dense', 'answer', 'pointer', 'weight')
    for n, p in reader.named_parameters(): p.requires_grad_(n.startswith(trained))
    parameters = [p for p in reader.parameters() if p.requires_grad]; opt = torch.optim.AdamW(parameters, lr=a.rate, weight_decay=.01)
    whole = states.length[index].sum() * a.epochs; done = 0; shown = time.time()
    while done < whole:
        for b in states.batches(index, a.tokens, rng):
            if done >= whole: break
            share = done / whole
            for g in opt.param_groups: g['lr'] = a.rate * max(.01, share / .08 if share < .08 else (1 - share) / .92)
            h, mask, types, target, yb = states.batch(b); reader.train(); answer, pointer = upper(reader, a.first, h, mask, types, .1)
            loss = loss_of(answer, pointer, target, yb, torch.from_numpy(before[b]), torch.from_numpy(as_before[b]))
            loss.backward(); torch.nn.utils.clip_grad_norm_(parameters, 1.); opt.step(); opt.zero_grad(set_to_none=True); done += int(states.length[b].sum())
            if time.time() - shown > 60: shown = time.time(); print(f'{share:.3f} loss {loss.item():.3f}', flush=True)
    told('after', kinds, watched, said(reader, a.first, states, watched, a.tokens), y); torch.save(reader.state_dict(), a.out)


if __name__ == '__main__': main()
