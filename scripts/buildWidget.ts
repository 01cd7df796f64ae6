import { build } from 'esbuild'

/** Where Next serves it from: /widget.js. */
export const WIDGET_FILE = 'public/widget.js'

/** Makes the one file that pages of other sites load, from `packages/widget`. @returns its size in bytes. */
export async function buildWidget(outfile: string = WIDGET_FILE): Promise<number> {
  const { metafile } = await build({
    entryPoints: ['packages/widget/src/index.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  })
  return Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0)
}
