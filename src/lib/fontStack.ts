/** 思源黑体 first; the system's own fonts carry the rare characters. */
export const FONT_STACK =
  '"Source Han Sans SC","Noto Sans CJK SC","HarmonyOS Sans SC","PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif'
