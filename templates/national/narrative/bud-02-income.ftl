<#assign 收 = 项目("total/income", "收入总预算")>
<#assign 结转 = 项目("total/carry_in", "上年结转结余")>
<#assign 来源 = 列零?then(明细("income", 1), 非零(明细("income", 1)))>
${年度}年收入预算${金额(收)}<#assign 引 = 没有(结转)?then(其中(来源, 收), 其中(来源, 收, 结转))><#if 引?has_content>，${引}<#list 来源 as 项>${项.名称}${金额(项)}<#if 可占比(项, 收)>，占${占比(项, 收)}</#if><#sep>；</#list><#if !没有(结转)><#if 来源?has_content>；</#if>上年结转结余${金额(结转)}<#if 可占比(结转, 收)>，占${占比(结转, 收)}</#if></#if></#if>。
