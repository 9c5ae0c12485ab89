import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

/**
 * React and everything that imports it goes into the server build, as React's production version: left outside, Node would choose React's slow development
 * version wherever NODE_ENV is not `production`, and what NODE_ENV means for the portal is another matter (app/env.server.ts).
 */
const reactAndItsUsers = [
  /^react(-dom)?(\/|$)/,
  /^react-router(-dom)?$/,
  /^scheduler$/,
  /^@remix-run\/(react|router)$/,
  /^@conform-to\//,
  /^@react-email\//,
  /^@utrecht\//,
]

export default defineConfig({
  plugins: [remix(options)],
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: reactAndItsUsers },
})
