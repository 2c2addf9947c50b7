<#assign 性质 = 非零(明细("expense", 1))>
本年支出合计${金额(项目("expense/total", "本年支出合计"))}<#if 性质?has_content>，其中：<#list 性质 as 项><@占 项=项/><#sep>；</#list></#if>。
