import { existsSync } from 'node:fs'
import { findChromium } from '../../scripts/browser'

/** Why nothing can be tested in a browser here; null when it can. */
export const whyNoBrowser = !findChromium()
  ? 'no Chromium was found (looked at CHROMIUM_PATH, /usr/bin/chromium, /usr/bin/chromium-browser, /usr/bin/google-chrome)'
  : !existsSync('.next/BUILD_ID')
    ? 'there is no production build; run: npm run build'
    : null
