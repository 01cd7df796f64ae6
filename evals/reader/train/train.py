"""Trains the reader on one GPU: a 12-layer teacher, then small readers that learn from its judgement and from the labels.

python train.py --data DIR --out DIR --teacher teacher.npz --student student.npz [--teacher-seconds 160 ...]

Bounded by time: each part's learning rate falls to nothing at its end. Writes each model's weights and its scores of every
`set_*.npz` (one row a pair: the answer's logit, and the pointer's share of each token)."""
import argparse, json, lzma, math, os, pickle, time
import numpy as np
import torch
from torch.nn import functional as F
from model import Reader, from_bert, from_mpnet, pruned

START = time.time()
say = lambda *x: print(f'{time.time() - START:6.1f}', *x, flush=True)


def unpack(file):
    """Weights as `pack.py` wrote them: whole steps of each row's deviation, and the step."""
    raw = b''.join(lzma.decompress(open(f, 'rb').read()) for f in ([file] if os.path.exists(file) else sorted(f'{os.path.dirname(file)}/{x}' for x in os.listdir(os.path.dirname(file)) if x.startswith(os.path.basename(file)))))
    return {k: torch.from_numpy(q.astype(np.float32) * s if s is not None else q.astype(np.float32)) for k, (q, s) in pickle.loads(raw).items()}


class Pairs:
    """All pairs on the device, padded to one length; batches are of like lengths."""
    def __init__(self, file, device):
        z = np.load(file); n = len(z['lengths']); self.length = z['lengths'].astype(np.int64)
        self.ids = np.zeros((n, 192), np.int16)
        at = np.concatenate([[0], np.cumsum(self.length)])
        flat = z['ids'].astype(np.int16)
        for i in range(n): self.ids[i, :self.length[i]] = flat[at[i]:at[i + 1]]
        self.ids = torch.from_numpy(self.ids).to(device); self.lengths = torch.from_numpy(self.length).to(device)
        self.questions = torch.from_numpy(z['questions'].astype(np.int64)).to(device)
        self.target = torch.from_numpy(np.unpackbits(z['target'], axis=1).astype(np.bool_)).to(device) if n else torch.zeros(0, 192, dtype=torch.bool, device=device)
        self.y = torch.from_numpy(z['y'].astype(np.float32)).to(device) if 'y' in z else None
        self.z = z; self.n = n; self.device = device

    def batch(self, index):
        l = -(-int(self.length[index].max()) // 16) * 16; i = torch.from_numpy(index).to(self.device)
        at = torch.arange(l, device=self.device)[None]; lengths = self.lengths[i][:, None]
        return self.ids[i, :l].long() & 0xffff, (at < lengths).long(), ((at >= self.questions[i][:, None]) & (at < lengths - 1)).long(), self.target[i, :l], i

    def batches(self, order, tokens, rng=None):
        """Of at most so many tokens each; like lengths together within runs of 16,000 pairs."""
        for start in range(0, len(order), 16_000):
            run = order[start:start + 16_000]; run = run[np.argsort(self.length[run], kind='stable')]; out = []; cur = 0
            while cur < len(run):
                size = max(1, tokens // (-(-int(self.length[run[min(len(run) - 1, cur + tokens // 192)]]) // 16) * 16)); out.append(run[cur:cur + size]); cur += size
            if rng is not None: rng.shuffle(out)
            yield from out


def weights_of(pool, without=()):
    """How often each pair is drawn in an epoch: ours always, real ones often, made-up ones seldom."""
    names = [str(n) for n in pool.z['names']]
    def of(name):
        if 'deletion' in without and name.endswith(('/deleted', ':del', ':removed')): return 0.
        if ':' not in name: return 0. if 'ours' in without else 1.5
        source, kind = name.split(':')
        return .25 if source == 'synth' else .7 if kind != 'swap' else .4
    return np.array([of(n) for n in names])[pool.z['source']]


def losses(answer, pointer, y, target, has):
    bce = F.binary_cross_entropy_with_logits(answer, y * .96 + .02)
    lp = torch.log_softmax(pointer, -1)
    point = -(torch.logsumexp(lp.masked_fill(~target, -1e4), -1) * has).sum() / has.sum().clamp(min=1)
    return bce, point


def train(name, model, pool, seconds, rate, tokens, seed, teacher=None, without=(), warm=.06):
    device = pool.device; model.to(device).train(); rng = np.random.default_rng(seed); torch.manual_seed(seed)
    head = [p for n, p in model.named_parameters() if n.split('.')[0] in ('dense', 'answer', 'pointer', 'weight')]
    body = [p for n, p in model.named_parameters() if n.split('.')[0] not in ('dense', 'answer', 'pointer', 'weight')]
    opt = torch.optim.AdamW([dict(params=body, lr=rate), dict(params=head, lr=rate * 3)], weight_decay=.01, fused=device != 'cpu')
    peak = [g['lr'] for g in opt.param_groups]; weight = weights_of(pool, without); began = time.time(); done = step = 0; shown = 0.; epoch = 0
    while True:
        draw = np.flatnonzero(rng.random(pool.n) < weight % 1); whole = [np.flatnonzero(weight >= k) for k in (1, 2)]
        order = np.concatenate([draw, *whole]); rng.shuffle(order); epoch += 1
        for index in pool.batches(order, tokens, rng):
            spent = (time.time() - began) / seconds
            if spent >= 1: say(name, 'ends:', done, 'pairs', epoch, 'epochs'); return model.eval()
            factor = min(1., spent / warm) if spent < warm else max(.01, 1 - (spent - warm) / (1 - warm))
            for g, p in zip(opt.param_groups, peak): g['lr'] = p * factor
            ids, mask, types, target, i = pool.batch(index)
            y, has = pool.y[i], target.any(-1).float()
            # A text without an answer points nowhere.
            nowhere = (y < .5)[:, None] & (torch.arange(ids.shape[1], device=device) == 0)[None]
            target = target | nowhere; has = torch.maximum(has, (y < .5).float())
            with torch.autocast('cuda' if device != 'cpu' else 'cpu', torch.bfloat16):
                answer, pointer = model(ids, mask, types)
                if teacher is not None:
                    with torch.no_grad(): taught, pointed = teacher(ids, mask, types)
            bce, point = losses(answer, pointer, y, target, has)
            loss = bce + .5 * point
            if teacher is not None:
                soft = F.binary_cross_entropy_with_logits(answer, torch.sigmoid(taught.float()))
                t = torch.softmax(pointed.float(), -1)
                where = (t * (torch.log(t.clamp(min=1e-9)) - torch.log_softmax(pointer, -1))).sum(-1).mean()
                loss = .3 * loss + soft + .7 * where
            loss.backward(); torch.nn.utils.clip_grad_norm_(model.parameters(), 1.); opt.step(); opt.zero_grad(set_to_none=True)
            done += len(index); step += 1
            if time.time() - shown > 10:
                shown = time.time(); accuracy = ((answer > 0) == (y > .5)).float().mean().item()
                say(name, f'{done} pairs, {done / (time.time() - began):.0f}/s, epoch {epoch}, loss {bce.item():.3f} {point.item():.3f}, right {accuracy:.3f}')


@torch.no_grad()
def score(name, model, files, device, out, tokens):
    model.to(device).eval(); result = {}; table = []
    for file in files:
        pairs = Pairs(file, device); answers = np.zeros(pairs.n, np.float32); shares = np.zeros((pairs.n, 192), np.uint8)
        for index in pairs.batches(np.arange(pairs.n), tokens):
            ids, mask, types, _, _ = pairs.batch(index)
            with torch.autocast('cuda' if device != 'cpu' else 'cpu', torch.bfloat16): a, p = model(ids, mask, types)
            answers[index] = a.float().cpu().numpy(); shares[index, :p.shape[1]] = (torch.softmax(p.float(), -1) * 255).round().byte().cpu().numpy()
        key = os.path.basename(file)[4:-4]; result[f'{key}.answer'] = answers; result[f'{key}.share'] = shares
        table.append(f'{key} {measure(pairs, answers, shares)}')
    np.savez_compressed(f'{out}/scores_{name}.npz', **result); say(name, '; '.join(table))


def measure(pairs, answers, shares):
    """AUROC of a question's best window, and how often that window holds the answer, of the answerable ones."""
    z = pairs.z
    if pairs.n == 0: return '–'
    best = {}
    for i, q in enumerate(z['question']):
        if q not in best or answers[i] > answers[best[q]]: best[q] = i
    index = np.array(list(best.values())); s = answers[index]; y = z['answerable'][index].astype(bool)
    if y.all() or not y.any(): return '–'
    rank = np.argsort(np.argsort(s)); auroc = (rank[y].sum() - y.sum() * (y.sum() - 1) / 2) / (y.sum() * (~y).sum())
    target = np.unpackbits(z['target'], axis=1)[:, :192].astype(bool)[index]
    mass = np.where(target, shares[index].astype(np.float32) / 255, 0).sum(1)[y]
    return f'{auroc:.3f}/{target[y].any(1).mean():.2f}/{(mass > .5).mean():.2f}'


def save(name, model, out):
    state = {k: v.half().cpu().numpy() for k, v in model.state_dict().items()}
    packed = {}
    for k, v in state.items():
        v = v.astype(np.float32)
        if v.ndim == 2 and v.size > 100_000:
            step = v.std(1, keepdims=True) / 24 + 1e-9; q = np.round(v / step)
            packed[k] = (q.astype(np.int16) if np.abs(q).max() > 127 else q.astype(np.int8), step.astype(np.float32))
        else: packed[k] = (v, None)
    raw = lzma.compress(pickle.dumps(packed), preset=1); part = 15 * 2**20
    for i in range(0, len(raw), part): open(f'{out}/{name}.{i // part}.xz', 'wb').write(raw[i:i + part])
    say(name, 'saved', len(raw))


def main():
    ap = argparse.ArgumentParser()
    for n in ('data', 'out', 'teacher', 'student'): ap.add_argument(f'--{n}', required=True)
    for n, d in (('teacher-seconds', 160), ('small-seconds', 100), ('pruned-seconds', 190), ('tokens', 65536), ('seed', 1)): ap.add_argument(f'--{n}', type=int, default=d)
    ap.add_argument('--device', default='cuda'); ap.add_argument('--only-small', action='store_true'); ap.add_argument('--ablate', type=int, default=0)
    a = ap.parse_args(); os.makedirs(a.out, exist_ok=True)
    ids = torch.from_numpy(np.load(f'{a.data}/old_ids.npy')); pool = Pairs(f'{a.data}/pool.npz', a.device)
    files = sorted(f'{a.data}/{f}' for f in os.listdir(a.data) if f.startswith('set_') and np.load(f'{a.data}/{f}')['lengths'].size)
    say('pairs', pool.n, 'drawn an epoch', int(weights_of(pool).sum()))
    torch.backends.cuda.matmul.allow_tf32 = True
    if a.only_small: return learn('small', from_bert(unpack(a.student), ids), a.small_seconds, 3e-4, a, pool, files)
    kept = f'{a.data}/teacher.pt'
    if a.ablate:
        teacher = torch.load(kept, weights_only=False).to(a.device)
        for without in ('ours', 'deletion'):
            model = train(f'small without {without}', from_bert(unpack(a.student), ids), pool, a.ablate, 3e-4, a.tokens // 2, a.seed, teacher, (without,))
            score(f'without_{without}', model, files, a.device, a.out, a.tokens)
        return
    teacher = from_mpnet(unpack(a.teacher), ids); teacher.drop = .1; say('teacher ready')
    teacher = train('teacher', teacher, pool, a.teacher_seconds, 6e-5, a.tokens // 2, a.seed); teacher.drop = 0.
    score('teacher', teacher, files, a.device, a.out, a.tokens)
    half = teacher.to(torch.bfloat16); torch.save(half, kept)
    learn('pruned', pruned(half, [0, 2, 4, 7, 9, 11], 1536).float(), a.pruned_seconds, 2e-4, a, pool, files, half)
    learn('small', from_bert(unpack(a.student), ids), a.small_seconds, 3e-4, a, pool, files, half)


def learn(name, model, seconds, rate, a, pool, files, teacher=None):
    model = train(name, model, pool, seconds, rate, a.tokens // 2, a.seed, teacher)
    score(name, model, files, a.device, a.out, a.tokens); save(name, model, a.out)


if __name__ == '__main__': main()
