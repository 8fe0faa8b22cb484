import os from 'node:os'

/** What the numbers were measured on: without it they say nothing. */
export function printMachine(): void {
  const [first] = os.cpus()
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GiB`
  console.log(
    `${new Date().toISOString()}  node ${process.version}  ${first?.model.trim() ?? 'unknown cpu'} × ${os.cpus().length}  ${memory}`,
  )
  printLoad()
}

/** Printed before each part: on a busy machine a time is an upper bound. */
export function printLoad(): void {
  console.log(
    `load average ${os
      .loadavg()
      .map((load) => load.toFixed(2))
      .join(' ')}`,
  )
}
