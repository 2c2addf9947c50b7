<#assign 支 = 项目("expense/total", "本年支出合计")>
<#assign 性质 = 列零?then(明细("expense", 1), 非零(明细("expense", 1)))>
${年度}年度支出合计${金额(支)}<#assign 引 = 其中(性质, 支)><#if 引?has_content>，${引}<#list 性质 as 项><@占 项=项/><#sep>；</#list></#if>。
