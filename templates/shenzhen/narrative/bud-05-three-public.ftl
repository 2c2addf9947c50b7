<#assign 三公 = 项目("three_public/total", "“三公”经费")>
<#assign 出国 = 项目("three_public/abroad", "因公出国（境）费用")>
<#assign 接待 = 项目("three_public/reception", "公务接待费")>
<#assign 车 = 项目("three_public/vehicle", "公务用车购置和运行维护费")>
<#assign 购车 = 项目("three_public/vehicle_purchase", "公务用车购置费")>
<#assign 养车 = 项目("three_public/vehicle_operation", "公务用车运行维护费")>
${年度}年“三公”经费预算${金额(三公)}，<@比上年 项=三公/><#if 已知(三公.上年) && !持平(三公)>，主要是${原因(三公, "上年", "“三公”经费预算")}</#if>。

<#assign 说明 = 问("purpose/tp_abroad", "用途", "因公出国（境）费用预算的说明")>
1.因公出国（境）费用。${年度}年预算数${金额(出国)}，<@比上年 项=出国/><#if !说明.无>，主要是${说明}</#if>。

<#assign 说明 = 问("purpose/tp_reception", "用途", "公务接待费预算的说明")>
2.公务接待费。${年度}年预算数${金额(接待)}，<@比上年 项=接待/><#if !说明.无>，主要是${说明}</#if>。

3.公务用车购置和运行维护费。${年度}年预算数${金额(车)}，其中：

<#assign 说明 = 问("purpose/tp_vehicle_purchase", "用途", "公务用车购置费预算的说明")>
公务用车购置费${年度}年预算数${金额(购车)}，<@比上年 项=购车/><#if !说明.无>，主要是${说明}</#if>；

<#assign 说明 = 问("purpose/tp_vehicle_operation", "用途", "公务用车运行维护费预算的说明")>
公务用车运行维护费${年度}年预算数${金额(养车)}，<@比上年 项=养车 年="年预算数"/><#if !说明.无>，主要是${说明}</#if>。
