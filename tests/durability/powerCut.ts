/**
 * 断电试验, run by hand: npx tsx tests/durability/powerCut.ts [rounds] [unsynced]
 * A writer works on an ext4 disk of its own; the disk is cut off without flushing anything, mounted again and
 * every acknowledged batch must be there. `unsynced` is the control on the engine as published: it must lose.
 * Needs root, Linux, loop devices, mkfs.ext4 and perl.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../server/db/node/open'
import { checkBatches } from './batches'
import { strikeWriter } from './writerProcess'

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: not even the journal is written any more. */
const CUT = 'open(D, "<", $ARGV[0]) or die $!; my $flag = pack("L", 2); ioctl(D, 0x8004587d, $flag) or die $!'

const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: 'pipe' })

function mountDisk(image: string, disk: string): void {
  run('mount', '-o', 'loop', image, disk)
}

function whyImpossible(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it needs root on Linux'
  if (!fs.existsSync('/dev/loop-control')) return 'there are no loop devices'
  return null
}

async function verdict(dataDir: string, acknowledged: number): Promise<string> {
  try {
    const { db, close } = await openDatabase({ dataDir })
    const { batches, lost, torn } = await checkBatches(db, acknowledged).finally(close)
    return lost + torn === 0 ? `whole (${batches} batches)` : `LOST ${lost}, torn ${torn}`
  } catch (error) {
    return `CANNOT OPEN: ${String(error)}`
  }
}

async function cutOnce(folder: string, lines: number, mode: string[]): Promise<boolean> {
  const image = path.join(folder, 'disk.img')
  const disk = path.join(folder, 'disk')
  fs.mkdirSync(disk, { recursive: true })
  fs.rmSync(image, { force: true })
  run('truncate', '-s', '1G', image)
  run('mkfs.ext4', '-q', '-F', image)
  mountDisk(image, disk)
  try {
    const acknowledged = await strikeWriter([disk, ...mode], lines, () => run('perl', '-e', CUT, disk))
    run('umount', disk)
    mountDisk(image, disk)
    const result = await verdict(disk, acknowledged)
    console.log(`cut at line ${lines}, ${acknowledged} acknowledged: ${result}`)
    return result.startsWith('whole')
  } finally {
    run('umount', disk)
  }
}

const [rounds = '10', ...mode] = process.argv.slice(2)
const obstacle = whyImpossible()
if (obstacle) {
  console.log(`power cut test skipped: ${obstacle}`)
} else {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'power-'))
  let survived = 0
  for (let round = 0; round < Number(rounds); round += 1) {
    if (await cutOnce(folder, 1 + ((round * 67) % 230), mode)) survived += 1
  }
  fs.rmSync(folder, { recursive: true })
  console.log(`${survived} of ${rounds} data folders survived with every acknowledged batch`)
  if (mode.length === 0 && survived < Number(rounds)) process.exitCode = 1
}
