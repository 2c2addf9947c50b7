<#assign 总额 = 项目("procurement/total", "政府采购项目预算")>
<#assign 货物 = 问额("amount/procurement_goods", "货物采购预算")>
<#assign 工程 = 问额("amount/procurement_works", "工程采购预算")>
<#assign 服务 = 问额("amount/procurement_services", "服务采购预算")>
${单位}政府采购项目纳入${年度}年${部门}预算共计<#if 已知(总额)>${金额(总额)}<#else>${金额(合计("政府采购项目预算", 货物, 工程, 服务))}</#if>，其中货物采购${金额(货物)}、工程采购${金额(工程)}、服务采购${金额(服务)}。
