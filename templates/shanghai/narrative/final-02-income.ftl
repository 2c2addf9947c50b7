<#assign 来源 = 非零(明细("income", 1))>
本年收入合计${金额(项目("income/total", "本年收入合计"))}<#if 来源?has_content>，其中：<#list 来源 as 项><@占 项=项/><#sep>；</#list></#if>。
