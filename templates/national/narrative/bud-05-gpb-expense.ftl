<#assign 财拨 = 项目("fiscal/expense", "财政拨款收、支总预算")>
<#assign 总计 = 项目("total/expense", "收、支总预算")>
<#assign 总 = 项目("gpb_expense/total", "一般公共预算支出")>
## 一般公共预算支出规模变化情况

${年度}年一般公共预算支出${金额(总)}<@比上年预算 项=总 主语="一般公共预算支出" 沿用=[财拨, 总计]/>

<#assign 类 = 非零(明细("gpb_expense", 1))>
<#if 类?has_content>
## 一般公共预算支出结构情况

<#list 类 as 项><@占 项=项 级="（类）"/><#sep>；</#list>。
</#if>

<#assign 科目 = 非零(末级("gpb_expense"))>
<#if 科目?has_content>
## 一般公共预算支出具体使用情况

<#list 科目 as 项>
<#assign 用途 = 问("purpose/gpb_expense/" + 项.编码, "用途", 项.名称 + "的主要用途")>
${序(项)}${项.类款项}。${年度}年预算为${金额(项)}<#if !用途.无>，主要用于${用途}</#if><@比上年预算 项=项 主语=项.名称 必问=false/>

</#list>
</#if>
