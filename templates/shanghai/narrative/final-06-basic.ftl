<#assign 总 = 项目("basic/total", "一般公共预算财政拨款基本支出")>
<#assign 人员 = 非零(末级("basic/personnel"))>
<#assign 公用 = 非零(末级("basic/public"))>
<#if 为零(总)>
${单位}${年度}年度没有一般公共预算财政拨款基本支出。
<#else>
一般公共预算财政拨款基本支出${金额(总)}。其中：

人员经费${金额(项目("basic/personnel", "人员经费"))}<#if 人员?has_content>，主要包括：${列举(人员)}</#if>；

公用经费${金额(项目("basic/public", "公用经费"))}<#if 公用?has_content>，主要包括：${列举(公用)}</#if>。
</#if>
