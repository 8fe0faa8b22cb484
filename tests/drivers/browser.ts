import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { findBrowser } from './findBrowser'

/** One person in front of the product. */
export interface Visit {
  page: Page
  /** What must not happen: errors on the console, exceptions, requests to elsewhere, blocked content. */
  troubles: string[]
  /** Opens an address within the product. */
  open(route: string): Promise<void>
  leave(): Promise<void>
}

/** Pixels are drawn by the processor everywhere, so that no graphics card matters; `withoutWebGl`: as where it is forbidden. */
export async function startBrowser({ withoutWebGl = false } = {}): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('no Chromium on this machine: set CHROME_PATH')
  const drawing = withoutWebGl
    ? ['--disable-gpu', '--disable-3d-apis']
    : ['--disable-gpu', '--enable-unsafe-swiftshader']
  // Root may not use the sandbox.
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...drawing] })
}

/** The address is refused by the test on purpose where `isExpected` says so. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  isExpected: (trouble: string) => boolean = () => false,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const troubles: string[] = []
  const note = (trouble: string) => void (isExpected(trouble) || troubles.push(trouble))
  page.on(
    'console',
    (message) => message.type() === 'error' && note(`console: ${message.text()} ${message.location().url}`),
  )
  page.on('pageerror', (error) => note(`exception: ${error.message}`))
  page.on('request', (request) => {
    const target = request.url()
    if (!target.startsWith(url) && !/^(?:data|blob):/u.test(target)) note(`request to ${target}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`blocked by policy: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  return {
    page,
    troubles,
    open: async (route) => void (await page.goto(new URL(route, url).href)),
    leave: () => context.close(),
  }
}
