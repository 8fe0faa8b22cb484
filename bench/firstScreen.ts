/** 首屏. */
export async function benchFirstScreen(): Promise<void> {
  console.log('skipped')
}
