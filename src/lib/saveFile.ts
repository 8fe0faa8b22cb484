/** How long a browser may take to begin reading an object URL. */
const KEEP_MS = 30_000

/** Hands a file made in the browser to the user's download folder. */
export function saveBlob(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob)
  saveUrl(url, name)
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS)
}

/** Without a name the server's own is taken. */
export function saveUrl(url: string, name = '') {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}
