// Runs a part of the runtime in Node while it is built, to ask it what it has.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

/**
 * What the part exports.
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<any>}
 */
export async function loadBundle(options) {
  const folder = await mkdtemp(join(tmpdir(), 'runtime-part-'))
  try {
    const outfile = join(folder, 'part.mjs')
    await esbuild.build({ ...options, format: 'esm', platform: 'node', outfile })
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
