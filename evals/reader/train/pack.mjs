// The compressed model that the worker reads: whole steps are few values, which Huffman's codes alone hold well.
import { readFileSync, writeFileSync } from 'node:fs'
import { constants, gzipSync } from 'node:zlib'

const [, , from, to] = process.argv
if (!from || !to) throw new TypeError('node pack.mjs reader.onnx weights/reader.onnx.gz')
writeFileSync(to, gzipSync(readFileSync(from), { strategy: constants.Z_HUFFMAN_ONLY, level: 9, memLevel: 9 }))
