import { spawnSync } from 'node:child_process'
import { findBrowser } from '../tests/drivers/findBrowser'

/*
 * Prints where Chromium is, or nothing. With --install, root on a Debian-like system first tries to install it, with a
 * font that has Chinese glyphs.
 */

function install() {
  const attempt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 240_000,
    })
  process.stderr.write('没有找到 Chromium，正在用 apt-get 安装…\n')
  attempt('update')
  attempt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
}

const isRoot = process.getuid?.() === 0
if (!findBrowser() && isRoot && process.argv.includes('--install')) install()
process.stdout.write(findBrowser() ?? '')
