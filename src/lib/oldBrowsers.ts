/** What libraries in use ask for and Chromium 83 does not have; syntax is lowered by the build, functions are not. */
function fill(host: object, name: string, value: unknown) {
  if (!(name in host)) Object.defineProperty(host, name, { value, writable: true, configurable: true })
}

fill(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key))
fill(Array.prototype, 'at', function (this: readonly unknown[], index: number) {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
})
