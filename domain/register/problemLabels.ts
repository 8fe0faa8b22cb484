/** What each kind of problem is called where rows are counted by it. */
const LABELS: Record<string, string> = {
  'code-missing': '缺少统一社会信用代码',
  'code-length': '信用代码位数不对',
  'code-charset': '信用代码含不允许的字符',
  'code-department': '信用代码登记管理部门位不对',
  'code-category': '信用代码机构类别位不对',
  'code-zero': '信用代码全为 0',
  'code-checksum': '信用代码校验位不符',
  'code-digits-lost': '信用代码被存成数字，位数已丢失',
  'code-organisation-check': '信用代码内的组织机构代码校验位不符',
  'name-missing': '缺少企业名称',
  'honour-missing': '缺少荣誉名称',
  'chain-missing': '缺少产业链',
  duplicate: '文件内重复',
  'duplicate-name': '同一信用代码、名称不同',
  'self-link': '供应商与采购商相同',
  'number-text': '数值列填了文字',
  'number-range': '数值大得不合常理',
  'unit-missing': '数值没有单位',
  'unit-foreign': '外币金额',
  'unit-unknown': '单位无法换算',
  negative: '数值为负',
  'date-unreadable': '日期无法识别',
  'year-unreadable': '年份无法识别',
  'bool-unreadable': '是否类列无法识别',
  'industry-unreadable': '行业代码无法识别',
  'cell-error': '单元格是公式错误值',
  'county-unknown': '未能确定所属区县',
  'county-outside': '所在地在本批次省份之外',
  'county-partial': '只能确定到省或市',
  'county-by-code': '区县按信用代码登记机关推断',
  'county-retired': '所写区划已撤并或更名',
}

export function problemLabel(code: string): string {
  return LABELS[code] ?? code
}
