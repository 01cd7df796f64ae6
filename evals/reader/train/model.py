"""Encoders and the two heads of the reader: does this text answer, and where in it does the answer stand?

`answer` is a logit; `pointer` a logit a token over [CLS] (nowhere) and the text's tokens, of which several may carry the answer.
That anything is pointed at is most of the evidence that the text answers, so the pointer feeds the answer."""
import math
import torch
from torch import nn
from torch.nn import functional as F


class Layer(nn.Module):
    def __init__(self, width, heads, inner, eps):
        super().__init__(); self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)
        self.smooth = {}  # what each part's input is multiplied by, where `shrink.py` moved that into its weights
        self.apart = None  # inner units that are far larger than all others, and their weights: not rounded

    def forward(self, x, bias, drop=0.):
        b, l, w = x.shape
        def into(part, x): return getattr(self, part)(x * self.smooth[part] if part in self.smooth else x)
        q, k, v = into('qkv', x).view(b, l, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + F.dropout(into('out', a.transpose(1, 2).reshape(b, l, w)), drop, self.training))
        return self.norm2(x + F.dropout(self.shrink(F.gelu(into('up', x)), into), drop, self.training))

    def shrink(self, inner, into):
        if self.apart is None: return into('down', inner)
        units, weight = self.apart
        return into('down', inner) + inner[..., units] @ weight


class Reader(nn.Module):
    """`relative`: MPNet's shared position bias in place of BERT's token types."""
    def __init__(self, words, width, layers, heads, inner, relative, eps, positions=512):
        super().__init__(); self.relative, self.heads = relative, heads
        self.words, self.places = nn.Embedding(words, width), nn.Embedding(positions, width)
        self.types = None if relative else nn.Embedding(2, width)
        self.bias = nn.Embedding(32, heads) if relative else None
        self.norm = nn.LayerNorm(width, eps)
        self.layers = nn.ModuleList(Layer(width, heads, inner, eps) for _ in range(layers))
        self.dense, self.answer, self.pointer = nn.Linear(width, width), nn.Linear(width, 1), nn.Linear(width, 1)
        self.weight = nn.Parameter(torch.tensor(.5)); self.drop = 0.

    def forward(self, ids, mask, types):
        l = ids.shape[1]; at = torch.arange(l, device=ids.device)
        x = self.words(ids) + self.places(at)[None]
        if self.types is not None: x = x + self.types(types)
        x = F.dropout(self.norm(x), self.drop, self.training)
        bias = (1. - mask.to(x.dtype))[:, None, None, :] * -1e4
        if self.bias is not None: bias = bias + self.bias(buckets(at[None, :] - at[:, None])).permute(2, 0, 1)[None]
        else: bias = bias.expand(-1, 1, l, -1)
        for layer in self.layers: x = layer(x, bias, self.drop)
        logits = self.pointer(x)[..., 0].float()
        allowed = (types * mask).bool()
        none = torch.full_like(logits, -1e4)
        found = torch.logsumexp(torch.where(allowed, logits, none), -1) - logits[:, 0]
        answer = self.answer(torch.tanh(self.dense(x[:, 0])))[:, 0].float() + self.weight * found
        return answer, torch.where(allowed | (at == 0)[None], logits, none)


def buckets(relative, count=32, most=128):
    """MPNet's and T5's buckets of relative positions."""
    n = -relative; half = count // 2; out = (n < 0).long() * half; n = n.abs(); exact = half // 2
    far = exact + (torch.log(n.float().clamp(min=1) / exact) / math.log(most / exact) * (half - exact)).long()
    return out + torch.where(n < exact, n, far.clamp(max=half - 1))


def from_mpnet(state, ids, heads=12):
    """A 12-layer MPNet with the word pieces `ids` (places in BERT's vocabulary) only."""
    g = lambda k: state[k]
    special = {0: 1, 100: 3, 101: 0, 102: 2, 103: 30526}  # [PAD], [UNK], [CLS], [SEP], [MASK] in MPNet's places
    rows = [special.get(i, i + 4) for i in ids.tolist()]
    words = g('embeddings.word_embeddings.weight')
    r = Reader(len(rows), words.shape[1], 12, heads, g('encoder.layer.0.intermediate.dense.weight').shape[0], True, 1e-5)
    with torch.no_grad():
        r.words.weight.copy_(words[rows]); r.places.weight.copy_(g('embeddings.position_embeddings.weight')[2:514])
        r.norm.weight.copy_(g('embeddings.LayerNorm.weight')); r.norm.bias.copy_(g('embeddings.LayerNorm.bias'))
        r.bias.weight.copy_(g('encoder.relative_attention_bias.weight'))
        for i, layer in enumerate(r.layers):
            p = f'encoder.layer.{i}.'
            for part in ('weight', 'bias'):
                layer.qkv.__getattr__(part).copy_(torch.cat([g(f'{p}attention.attn.{x}.{part}') for x in 'qkv']))
                layer.out.__getattr__(part).copy_(g(f'{p}attention.attn.o.{part}'))
                layer.norm1.__getattr__(part).copy_(g(f'{p}attention.LayerNorm.{part}'))
                layer.up.__getattr__(part).copy_(g(f'{p}intermediate.dense.{part}'))
                layer.down.__getattr__(part).copy_(g(f'{p}output.dense.{part}'))
                layer.norm2.__getattr__(part).copy_(g(f'{p}output.LayerNorm.{part}'))
    return r


def from_bert(state, ids, heads=12):
    """A BERT-shaped encoder (MiniLM-L6) with the word pieces `ids` only."""
    g = lambda k: state[k]
    words = g('embeddings.word_embeddings.weight'); count = 1 + max(int(k.split('.')[2]) for k in state if k.startswith('encoder.layer.'))
    r = Reader(len(ids), words.shape[1], count, heads, g('encoder.layer.0.intermediate.dense.weight').shape[0], False, 1e-12)
    with torch.no_grad():
        r.words.weight.copy_(words[ids.long()]); r.places.weight.copy_(g('embeddings.position_embeddings.weight'))
        r.types.weight.copy_(g('embeddings.token_type_embeddings.weight'))
        r.norm.weight.copy_(g('embeddings.LayerNorm.weight')); r.norm.bias.copy_(g('embeddings.LayerNorm.bias'))
        for i, layer in enumerate(r.layers):
            p = f'encoder.layer.{i}.'
            for part in ('weight', 'bias'):
                layer.qkv.__getattr__(part).copy_(torch.cat([g(f'{p}attention.self.{x}.{part}') for x in ('query', 'key', 'value')]))
                layer.out.__getattr__(part).copy_(g(f'{p}attention.output.dense.{part}'))
                layer.norm1.__getattr__(part).copy_(g(f'{p}attention.output.LayerNorm.{part}'))
                layer.up.__getattr__(part).copy_(g(f'{p}intermediate.dense.{part}'))
                layer.down.__getattr__(part).copy_(g(f'{p}output.dense.{part}'))
                layer.norm2.__getattr__(part).copy_(g(f'{p}output.LayerNorm.{part}'))
    return r


def pruned(teacher, layers, inner):
    """A shallower, narrower copy: these layers, and in each the inner units with the largest weights in and out."""
    words, width = teacher.words.weight.shape
    r = Reader(words, width, len(layers), teacher.heads, inner, True, 1e-5)
    own, theirs = r.state_dict(), teacher.state_dict()
    for k in own:
        if not k.startswith('layers.'): own[k] = theirs[k].clone(); continue
        _, i, rest = k.split('.', 2); v = theirs[f'layers.{layers[int(i)]}.{rest}']
        if rest.startswith(('up', 'down')):
            up, down = theirs[f'layers.{layers[int(i)]}.up.weight'], theirs[f'layers.{layers[int(i)]}.down.weight']
            keep = (up.norm(dim=1) * down.norm(dim=0)).topk(inner).indices.sort().values
            v = v[:, keep] if rest == 'down.weight' else v if rest == 'down.bias' else v[keep]
        own[k] = v.clone()
    r.load_state_dict(own)
    return r
