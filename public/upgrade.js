// Runs only in browsers without modules (IE, "compatibility mode", old cores); written for them.
;(function () {
  var host = document.getElementById('app')
  if (host) {
    while (host.firstChild) host.removeChild(host.firstChild)
    var text = document.createElement('p')
    text.className = 'upgrade__stop'
    text.appendChild(document.createTextNode('请升级浏览器：本系统需要 Chromium 83 及以上内核。双核浏览器请切换到“极速模式”后刷新。'))
    host.appendChild(text)
  }
})()
