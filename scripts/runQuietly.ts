import { spawn, type SpawnOptions } from 'node:child_process'

/**
 * Runs a program whose report interests nobody while it works: what it wrote is shown only where it failed.
 * @param show where it is shown then. @returns its exit code; 130 where it was interrupted.
 */
export function runQuietly(
  [program, ...args]: readonly [string, ...string[]],
  options: Pick<SpawnOptions, 'env' | 'cwd'> = {},
  show: (written: string) => void = (written) => process.stderr.write(written),
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const written: Buffer[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => written.push(piece))
    const passOn = (signal: NodeJS.Signals) => child.kill(signal)
    process.once('SIGINT', passOn).once('SIGTERM', passOn)
    const release = () => process.off('SIGINT', passOn).off('SIGTERM', passOn)
    child.once('error', (error) => {
      release()
      reject(error)
    })
    child.once('close', (code) => {
      release()
      if (code !== 0) show(Buffer.concat(written).toString())
      resolve(code ?? 130)
    })
  })
}
