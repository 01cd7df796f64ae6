"""Pairs out of contrast sets (Gardner et al. 2020, arXiv:2004.02709), and of the pool what must not be forgotten.

python contrast.py --data DIR --out rows.pkl ../contrast/*.txt

A file holds groups of lines: `# heading`, `? questions | that mean the same`, `+ texts that answer them`, `- texts close by that do
not`. Each question meets each text in a window as the product shows it: under its heading or a common one, among texts of the group
that do not answer and of its neighbours. Every sixth group, by hash, is never trained on. DIR is `pool.py`'s."""
import argparse, collections, hashlib, pickle, random
import numpy as np
from tokenizers import Tokenizer

LENGTH, QUESTION = 192, 64
COMMON = ['Frequently asked questions', 'Good to know', 'Our terms', 'Help', 'Service', 'General', None]
"""What a search leaves out of a question."""
LEFT_OUT = set("i my me we our us you your it its they them their he she his her the a an is are was be been am do does did can could will "
               "would should shall may might must have has had if there that this to of and or so get got just any some what how when "
               "where who which why much many long for in on with from at by as than then but im still need want know about up out one "
               "really please hi hello take give make mine while because already also too even more most less all each ' ? . , s t ll ve re m d".split())


def groups(file):
    out = []
    for number, line in enumerate(open(file, encoding='utf8'), 1):
        kind, text = line[:2], line[2:].strip()
        if kind == '# ': out.append(dict(head=text, questions=[], yes=[], no=[]))
        elif kind == '? ': out[-1]['questions'] += text.split(' | ')
        elif kind in ('+ ', '- '): out[-1]['yes' if kind == '+ ' else 'no'].append(text)
        elif line.strip(): raise SystemExit(f'{file}:{number}: a line begins with #, ?, + or -: {line!r}')
    for g in out:
        if not (g['questions'] and g['yes'] and g['no']): raise SystemExit(f"{file}: {g['head']!r} lacks a question, a + or a -")
    return out


def is_kept(group): return hashlib.sha256(group['head'].encode()).digest()[0] % 6 == 0


def pairs(of, R):
    """Group, question, window, whether it answers, where."""
    for i, g in enumerate(of):
        for q in g['questions']:
            if R.random() < .15: q = q.lower().rstrip('?')
            for text in g['yes']: yield g, q, *window(g, [text], others(g['no'], [0, 0, 1, 1, 2], R) + neighbours(of, i, R), R)
            for text in g['no']:
                rest = [x for x in g['no'] if x != text]
                yield g, q, *window(g, [], [text] + others(rest, [0, 0, 1], R) + neighbours(of, i, R), R)


def others(texts, counts, R): return R.sample(texts, min(R.choice(counts), len(texts)))


def neighbours(of, i, R):
    near = [of[j] for j in range(max(0, i - 8), min(len(of), i + 9)) if abs(j - i) > 1]
    return [R.choice(g['yes'] + g['no']) for g in R.sample(near, R.choice([0, 0, 1, 2, 3]))]


def window(group, answers, others, R):
    lines = [(t, False) for t in others]; R.shuffle(lines)
    for t in answers: lines.insert(R.randrange(len(lines) + 1), (t, True))
    text = (group['head'] if R.random() < .75 else R.choice(COMMON)) or ''; spans = []
    for line, answering in lines:
        if text: text += '\n'
        if answering: spans.append((len(text), len(text) + len(line)))
        text += line
    return text, int(bool(answers)), spans


def encoded(tok, question, text, spans):
    """Ids, where the text begins, and which tokens answer."""
    q = tok.encode(question, add_special_tokens=False).ids[:QUESTION]; t = tok.encode(text, add_special_tokens=False); room = LENGTH - len(q) - 3
    cls, sep = tok.token_to_id('[CLS]'), tok.token_to_id('[SEP]')
    hit = [len(q) + 2 + k for k, (b, e) in enumerate(t.offsets[:room]) if any(e > lo and b < hi for lo, hi in spans)]
    return [cls, *q, sep, *t.ids[:room], sep], len(q) + 2, hit


def replayed(pool, tok, R, ours, keywords, real):
    """Pairs of the pool as they are, and ours with their questions as a search would say them: two answered for three that are not."""
    z = np.load(pool); at = np.concatenate([[0], np.cumsum(z['lengths'].astype(int))]); g = np.random.default_rng(R.randrange(1 << 30))
    names = [str(n) for n in z['names']]; y = z['y']; of = {k: z[k] for k in ('ids', 'target', 'questions')}
    is_ours = np.array([':' not in n for n in names])[z['source']]; made_up = np.array([n.startswith('synth') for n in names])[z['source']]
    def get(i): return of['ids'][at[i]:at[i + 1]].tolist(), int(of['questions'][i]), np.flatnonzero(np.unpackbits(of['target'][i])).tolist(), int(y[i])
    def drawn(mask, n): return g.permutation(np.concatenate([g.choice(np.flatnonzero(mask & (y == k)), m, replace=False) for k, m in ((1, n * 2 // 5), (0, n - n * 2 // 5))]))
    for i in drawn(is_ours, ours): yield ('ours', *get(i))
    for i in drawn(~is_ours & ~made_up, real): yield ('real', *get(i))
    searches = ((searched(tok, *get(i))) for i in drawn(is_ours, keywords * 6))
    yield from [('keywords', *s) for s in searches if s][:keywords]


def searched(tok, ids, begins, target, y):
    """With two to five words left of its question, or None. What follows up is left alone: it has brackets."""
    pieces = [tok.id_to_token(int(x)) for x in ids[1:begins - 1]]; left = []; dropping = False
    if '(' in pieces: return None
    for p in pieces:
        if not p.startswith('##'): dropping = p in LEFT_OUT
        if not dropping: left.append(p)
    if not 2 <= sum(not p.startswith('##') for p in left) <= 5: return None
    moved = len(left) + 2 - begins
    return [ids[0], *(tok.token_to_id(p) for p in left), *ids[begins - 1:]], len(left) + 2, [t + moved for t in target], y


def main():
    ap = argparse.ArgumentParser(); ap.add_argument('sets', nargs='+')
    for n in ('data', 'out'): ap.add_argument(f'--{n}', required=True)
    for n, d in (('ours', 800), ('keywords', 800), ('real', 300), ('seed', 5)): ap.add_argument(f'--{n}', type=int, default=d)
    a = ap.parse_args(); R = random.Random(a.seed); tok = Tokenizer.from_file(f'{a.data}/tokenizer.json')
    rows = [('kept' if is_kept(g) else 'contrast', *encoded(tok, q, t, spans), y) for f in a.sets for g, q, t, y, spans in pairs(groups(f), R)]
    rows += replayed(f'{a.data}/pool.npz', tok, R, a.ours, a.keywords, a.real)
    pickle.dump(rows, open(a.out, 'wb')); print(collections.Counter((r[0], r[4]) for r in rows), sum(len(r[1]) for r in rows), 'tokens')


if __name__ == '__main__': main()
