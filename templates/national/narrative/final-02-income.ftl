<#assign 收 = 项目("income/total", "本年收入合计")>
<#assign 来源 = 列零?then(明细("income", 1), 非零(明细("income", 1)))>
${年度}年度收入合计${金额(收)}<#assign 引 = 其中(来源, 收)><#if 引?has_content>，${引}<#list 来源 as 项><@占 项=项/><#sep>；</#list></#if>。
