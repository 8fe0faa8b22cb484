/** Hands a text to the browser's own download. */
export function saveText(fileName: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own hold of the blob once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url))
}
