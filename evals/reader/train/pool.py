"""Turns what the reader is shown into token arrays: a pool to train on, and sets to score.

python pool.py --windows DIR --real real.jsonl --synth synth.jsonl --vocab vocab.txt --out DIR [--size 16384]

DIR holds one file a set of `exportWindows.ts`. A pair is a question and one window; its target is where in the window the answer
stands (no place where it does not). Pairs of one question whose window has an answer are also shown without it, as negatives.
Which documents train, which fit the verdict and which only measure is decided here, by hand and document, never by question."""
import argparse, collections, hashlib, json, os, random, re
import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

LENGTH, QUESTION = 192, 64
"""Hands that train; of their documents every sixth, by hash, fits the verdict instead."""
TRAINED = ['a', 'b'] + [f'{x}{n}' for x in 'wx' for n in range(1, 9)]


def is_kept(set_name, document):
    return hashlib.sha256(f'{set_name} {document}'.encode()).digest()[0] % 6 == 0


def main():
    ap = argparse.ArgumentParser()
    for name in ('windows', 'real', 'synth', 'vocab', 'out'): ap.add_argument(f'--{name}', required=True)
    ap.add_argument('--size', type=int, default=16384); ap.add_argument('--seed', type=int, default=7)
    a = ap.parse_args(); R = random.Random(a.seed); os.makedirs(a.out, exist_ok=True)
    sets = {f[:-6]: [json.loads(l) for l in open(f'{a.windows}/{f}')] for f in sorted(os.listdir(a.windows)) if f.endswith('.jsonl')}
    real = [json.loads(l) for l in open(a.real)]; synth = [json.loads(l) for l in open(a.synth)]
    pairs = []  # source, question, text, y, spans
    for name in TRAINED:
        for x in sets.get(name, []):
            if not is_kept(name, x['document']): pairs += [(name + kind, *p) for kind, *p in of_question(x, R)]
    ours = len(pairs)
    for x in real + synth: pairs += [(f"{x['src']}:{x['kind']}", *p) for p in of_passage(x, R)]
    words = vocabulary([p[1] for p in pairs] + [p[2] for p in pairs], a.vocab, a.size)
    old = {w.rstrip('\n'): i for i, w in enumerate(open(a.vocab, encoding='utf8'))}
    open(f'{a.out}/vocab.txt', 'w').write('\n'.join(words) + '\n')
    tok = tokenizer(words); tok.save(f'{a.out}/tokenizer.json')
    np.save(f'{a.out}/old_ids.npy', np.array([old[w] for w in words], np.int32))
    names = sorted({p[0] for p in pairs})
    save(f'{a.out}/pool.npz', tok, [(p[1], p[2]) for p in pairs], [p[4] for p in pairs],
         y=np.array([p[3] for p in pairs], np.uint8), source=np.array([names.index(p[0]) for p in pairs], np.uint8), names=np.array(names))
    for name, xs in sets.items():
        rows = [(i, x, w) for i, x in enumerate(xs) for w in x['windows']]
        if name in TRAINED: rows = [r for r in rows if is_kept(name, r[1]['document'])]
        save(f'{a.out}/set_{name}.npz', tok, [(x['question'], w['text']) for _, x, w in rows], [[u[:2] for u in w['units'] if u[2]] for _, _, w in rows],
             question=np.array([i for i, _, _ in rows], np.int32), answerable=np.array([x['answerable'] for _, x, _ in rows], np.uint8))
    print('pairs', len(pairs), 'ours', ours, collections.Counter(p[3] for p in pairs))


def of_question(x, R):
    """Pairs of one of our questions: where it is answered, the same without the answer, and windows that do not answer."""
    answers = [w for w in x['windows'] if any(u[2] for u in w['units'])]
    others = [w for w in x['windows'] if not any(u[2] for u in w['units'])]
    for w in answers:
        yield '', x['question'], w['text'], 1, [u[:2] for u in w['units'] if u[2]]
        left = without(w)
        # A second place may say the same: then what is left may still answer.
        if left and len(answers) == 1: yield '/deleted', x['question'], left, 0, []
    # Those found first are the nearest misses.
    near = others[:4] + R.sample(others[4:], min(2, len(others[4:])))
    if answers or not x['answerable']:
        for w in near: yield '', x['question'], w['text'], 0, []


def without(w):
    """The window's text without the lines that answer; nothing where nothing else is said."""
    if not any(not u[2] for u in w['units']): return None
    text = w['text']
    for s, e, is_answer in sorted(w['units'], reverse=True):
        if is_answer: text = text[:s].rstrip('\n') + text[e:]
    return text


def of_passage(x, R):
    """A pair as read, cut to a run of sentences of a product's size, each on a line of its own."""
    p, s = crop(x, R)
    p = re.sub(r'(?<=[.!?])[ \t](?=[A-Z0-9"\'(])', '\n', p)
    head = x['t'] + '\n' if x['t'] else ''
    yield x['q'], head + p, x['y'], [[s[0] + len(head), s[1] + len(head)]] if s and x['y'] else []


def crop(x, R):
    p, sp, size = x['p'], x['s'], R.choice([150, 250, 350, 450, 600])
    if len(p) <= size: return p, sp
    if x['y'] and not sp: return p[:max(size, 350)], None
    cuts = [0] + [m.end() for m in re.finditer(r'(?<=[.!?])\s+|\n+', p) if 0 < m.end() < len(p)] + [len(p)]
    lo, hi = sp or (lambda k: (cuts[k], cuts[k + 1]))(R.randrange(len(cuts) - 1))
    b, e = max(c for c in cuts[:-1] if c <= lo), min(c for c in cuts if c >= min(hi, len(p)))
    while True:
        options = [o for o in [c for c in cuts if c < b][-1:] + [c for c in cuts if c > e][:1] if max(e, o) - min(b, o) <= size]
        if not options: return p[b:e].rstrip() or p[b:e], sp and [sp[0] - b, sp[1] - b]
        o = R.choice(options); b, e = min(b, o), max(e, o)


def vocabulary(texts, file, size):
    """The `size` commonest of BERT's word pieces in these texts, with every single sign: rarer words come apart into pieces."""
    all_words = [w.rstrip('\n') for w in open(file, encoding='utf8')]
    whole = tokenizer(all_words); counts = collections.Counter()
    for i in range(0, len(texts), 5000):
        for e in whole.encode_batch(texts[i:i + 5000], add_special_tokens=False): counts.update(e.ids)
    special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]']
    single = [w for w in all_words if len(w.removeprefix('##')) == 1]
    rest = [all_words[i] for i, _ in counts.most_common()]
    # Beyond what these texts hold, BERT's own order is by frequency.
    rest += [w for w in all_words if not w.startswith('[unused')]
    return list(dict.fromkeys(special + single + rest))[:size]


def tokenizer(words):
    t = Tokenizer(WordPiece({w: i for i, w in enumerate(words)}, unk_token='[UNK]', max_input_chars_per_word=100))
    t.normalizer = BertNormalizer(lowercase=True); t.pre_tokenizer = BertPreTokenizer()
    return t


def save(file, tok, texts, spans, **more):
    """Pads nothing: one run of ids, with each pair's length, question's length and answer's tokens."""
    ids, lengths, questions, starts, ends = [], [], [], [], []
    cls, sep = tok.token_to_id('[CLS]'), tok.token_to_id('[SEP]')
    for i in range(0, len(texts), 5000):
        qs = tok.encode_batch([t[0] for t in texts[i:i + 5000]], add_special_tokens=False)
        ps = tok.encode_batch([t[1] for t in texts[i:i + 5000]], add_special_tokens=False)
        for q, p, s in zip(qs, ps, spans[i:i + 5000]):
            qi = q.ids[:QUESTION]; room = LENGTH - len(qi) - 3; pi = p.ids[:room]
            ids.append(np.array([cls, *qi, sep, *pi, sep], np.uint16)); lengths.append(len(qi) + len(pi) + 3); questions.append(len(qi) + 2)
            hit = [len(qi) + 2 + k for k, (b, e) in enumerate(p.offsets[:room]) if any(e > lo and b < hi for lo, hi in s)]
            mask = np.zeros(LENGTH, np.uint8); mask[hit] = 1; starts.append(np.packbits(mask)); ends.append(len(hit))
    np.savez_compressed(file, ids=np.concatenate(ids) if ids else np.zeros(0, np.uint16), lengths=np.array(lengths, np.uint8), questions=np.array(questions, np.uint8), target=np.array(starts), **more)
    print(file, len(lengths), 'pairs', float(np.mean(lengths)) if lengths else 0, 'tokens')


if __name__ == '__main__': main()
