import fs from 'node:fs'

/**
 * A mark that a later process with the same pid cannot have: the boot and the start time in clock ticks.
 * Null when no such process runs, or where the system (not Linux) does not say.
 */
export function processMark(pid: number): string | null {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command name, in brackets, may itself hold spaces and brackets; start time is the 20th field after it.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' || state === 'X' ? null : `${boot}:${fields[18]}`
  } catch {
    return null
  }
}

/** Whether the process that left this mark still runs on this machine. */
export function isRunning(pid: number, mark: string): boolean {
  if (mark !== '') return processMark(pid) === mark
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
