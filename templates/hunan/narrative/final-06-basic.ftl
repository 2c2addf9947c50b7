<#assign 总 = 项目("basic/total", "财政拨款基本支出")>
<#assign 人 = 项目("basic/personnel", "人员经费")>
<#assign 公 = 项目("basic/public", "公用经费")>
<#assign 人员 = 非零(末级("basic/personnel"))>
<#assign 公用 = 非零(末级("basic/public"))>
<#if 为零(总)>
${年度}年度没有财政拨款基本支出。
<#else>
${年度}年度财政拨款基本支出${金额(总)}，其中：

人员经费${金额(人)}<#if 可占比(人)>，占基本支出的${占比(人)}</#if><#if 人员?has_content>，主要包括${列举(人员)}</#if>；

公用经费${金额(公)}<#if 可占比(公)>，占基本支出的${占比(公)}</#if>。<#if 公用?has_content>主要包括${列举(公用)}。</#if>
</#if>
