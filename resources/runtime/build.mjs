// Builds the runtime: our JavaScript and the libraries it stands on, bundled into one folder that the
// Python package serves. Usage: node build.mjs [--out FOLDER]. Nothing it writes is ever committed.

import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { readApiNames } from './api-names.mjs'
import { readPlaceholders } from './placeholders.mjs'
import { readServiceNames } from './service-names.mjs'
import { BUILT_IN } from './tags.js'

const HERE = dirname(fileURLToPath(import.meta.url))
const MODULES = join(HERE, 'node_modules')
const OUT = resolve(argument('--out') ?? join(HERE, '../../miniapp_host/_runtime'))

/** The compiler's JavaScript, which waits for its wasm, and that. */
const COMPILER = 'glass-easel-template-compiler/pkg/glass_easel_template_compiler'
/** The typeface of the phone, a file for each weight. */
const TYPEFACE = '@expo-google-fonts/inter'
const WEIGHTS = { Regular: 400, Medium: 500, SemiBold: 600 }
const STAGE = `${OUT}.${process.pid}`

/**
 * What follows `flag` on the command line.
 * @param {string} flag
 */
function argument(flag) {
  const place = process.argv.indexOf(flag)
  return place === -1 ? undefined : process.argv[place + 1]
}

const COMMON = {
  bundle: true,
  target: 'chrome118',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: /** @type {const} */ ('none'),
  metafile: true,
  absWorkingDir: HERE,
  define: { 'process.env.NODE_ENV': '"production"' },
}

const VIEW_LOADER = /** @type {const} */ ({ '.css': 'text', '.svg': 'text' })

/** A library that the service loads as it loads a program's module: handed to `__define`. */
const AS_MODULE = (/** @type {string} */ name) => ({
  ...COMMON,
  format: /** @type {const} */ ('cjs'),
  banner: { js: `__define(${JSON.stringify(name)},(function(){return function(require,module,exports){` },
  footer: { js: '}})())' },
})

/** `import names from 'virtual:api-names'` gives what WeChat documents under wx. */
const apiNames = {
  name: 'api-names',
  setup(/** @type {import('esbuild').PluginBuild} */ build) {
    build.onResolve({ filter: /^virtual:api-names$/ }, (found) => ({ path: found.path, namespace: 'virtual' }))
    build.onLoad({ filter: /.*/, namespace: 'virtual' }, () => ({
      contents: JSON.stringify(readApiNames()),
      loader: 'json',
    }))
  },
}

/** @type {esbuild.BuildOptions[]} */
const BUNDLES = [
  {
    ...COMMON,
    format: 'iife',
    entryPoints: ['service/main.js'],
    outfile: join(STAGE, 'service.js'),
    plugins: [apiNames],
  },
  {
    ...COMMON,
    format: 'iife',
    entryPoints: ['service/thread/main.js'],
    outfile: join(STAGE, 'thread.js'),
  },
  {
    ...COMMON,
    format: 'iife',
    entryPoints: ['view/main.js'],
    outfile: join(STAGE, 'view.js'),
    loader: VIEW_LOADER,
  },
  { ...COMMON, format: 'iife', entryPoints: ['view/worker.js'], outfile: join(STAGE, 'worker.js') },
  {
    ...COMMON,
    format: 'iife',
    entryPoints: ['web-view/bridge.js', 'web-view/relay.js'],
    outdir: join(STAGE, 'web-view'),
  },
  {
    ...AS_MODULE('compiler'),
    entryPoints: ['service/wxml/compile.js'],
    outfile: join(STAGE, 'compiler.js'),
    alias: { 'virtual:template-compiler': `${COMPILER}_bg.js` },
  },
  {
    ...COMMON,
    format: 'esm',
    charset: 'utf8',
    entryPoints: ['@vant/area-data'],
    outfile: join(STAGE, 'regions.js'),
  },
  {
    ...AS_MODULE('wxs-reader'),
    minify: true,
    entryPoints: ['service/wxs-reader.js'],
    outfile: join(STAGE, 'wxs-reader.js'),
  },
  {
    ...AS_MODULE('sucrase'),
    minify: true,
    entryPoints: ['sucrase'],
    outfile: join(STAGE, 'sucrase.js'),
  },
]

async function build() {
  await mkdir(STAGE, { recursive: true })
  const results = await Promise.all(BUNDLES.map((bundle) => esbuild.build({ ...bundle, metafile: true })))
  const names = JSON.stringify(await knownNames())
  await Promise.all([
    cp(join(HERE, 'view/page.html'), join(STAGE, 'page.html')),
    cp(join(MODULES, `${COMPILER}_bg.wasm`), join(STAGE, 'compiler.wasm')),
    cp(join(MODULES, 'weui-miniprogram/miniprogram_dist'), join(STAGE, 'weui'), { recursive: true }),
    ...copyTypeface(),
    writeFile(join(STAGE, 'api-names.json'), names),
    writeFile(join(STAGE, 'NOTICES.txt'), await notices([...bundledPackages(results), 'weui-miniprogram', TYPEFACE])),
  ])
  await rm(OUT, { recursive: true, force: true })
  await rename(STAGE, OUT)
}

/** Copies the typeface's files as `Inter-Regular.ttf` and so on. */
function copyTypeface() {
  return Object.entries(WEIGHTS).map(([name, weight]) =>
    cp(join(MODULES, TYPEFACE, `${weight}${name}/Inter_${weight}${name}.ttf`), join(STAGE, `Inter-${name}.ttf`)),
  )
}

/**
 * What `check` compares a program with: the names under wx, what objects that they make lack, the tags that need no
 * registration.
 */
async function knownNames() {
  const { offered, working, lacks } = await readServiceNames({ ...COMMON, plugins: [apiNames] })
  const documented = [...new Set([...Object.keys(readApiNames()), ...offered])].sort()
  return {
    documented,
    service: working,
    lacks,
    tags: [...BUILT_IN].sort(),
    placeholders: await readPlaceholders({ ...COMMON, loader: VIEW_LOADER }),
  }
}

/**
 * The npm packages whose files are in the bundles.
 * @param {{metafile: import('esbuild').Metafile}[]} results
 */
function bundledPackages(results) {
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs))
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
  return new Set(names.filter((name) => name !== undefined))
}

/**
 * Name, version, licence and licence texts of each package.
 * @param {Iterable<string>} names
 */
async function notices(names) {
  const parts = []
  for (const name of [...new Set(names)].sort()) {
    const folder = join(MODULES, name)
    const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const files = readdirSync(folder).filter((entry) => /^(licen[cs]e|copying)/i.test(entry))
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    const text = texts.map((each) => each.trim()).join('\n\n') || `Licence: ${about.license ?? 'see the package'}`
    parts.push(`${name} ${about.version} (${about.license ?? 'see below'})\n\n${text}\n`)
  }
  return parts.join(`\n${'-'.repeat(72)}\n\n`)
}

if (!existsSync(MODULES)) throw new Error('node_modules is missing: run `npm ci` in resources/runtime first')
try {
  await build()
} finally {
  await rm(STAGE, { recursive: true, force: true })
}
