<#macro 授予 甲 货 乙><#if 可占比(甲, 货)>${乙}的${占比(甲, 货)}</#if></#macro>
<#assign 货物 = 问额("amount/procurement_goods", "政府采购货物支出")>
<#assign 工程 = 问额("amount/procurement_works", "政府采购工程支出")>
<#assign 服务 = 问额("amount/procurement_services", "政府采购服务支出")>
<#assign 总额 = 合计("政府采购支出总额", 货物, 工程, 服务)>
<#if 无额(总额)>
${单位}${年度}年度没有政府采购支出。
<#else>
${单位}${年度}年度政府采购支出总额${金额(总额)}，其中：政府采购货物支出${金额(货物)}、政府采购工程支出${金额(工程)}、政府采购服务支出${金额(服务)}。
<#assign 中小 = 问额("amount/procurement_sme", "授予中小企业合同金额")>
授予中小企业合同金额${金额(中小)}<@授予 甲=中小 货=总额 乙="，占政府采购支出总额"/>
<#if !无额(中小)>
<#assign 小微 = 问额("amount/procurement_micro", "授予小微企业合同金额")>
，其中：授予小微企业合同金额${金额(小微)}<@授予 甲=小微 货=中小 乙="，占授予中小企业合同金额"/>
<#if !无额(货物)>；货物采购授予中小企业合同金额${金额(问额("amount/procurement_sme_goods", "货物采购授予中小企业合同金额"))}<@授予 甲=问额("amount/procurement_sme_goods", "货物采购授予中小企业合同金额") 货=货物 乙="，占货物支出金额"/></#if>
<#if !无额(工程)>；工程采购授予中小企业合同金额${金额(问额("amount/procurement_sme_works", "工程采购授予中小企业合同金额"))}<@授予 甲=问额("amount/procurement_sme_works", "工程采购授予中小企业合同金额") 货=工程 乙="，占工程支出金额"/></#if>
<#if !无额(服务)>；服务采购授予中小企业合同金额${金额(问额("amount/procurement_sme_services", "服务采购授予中小企业合同金额"))}<@授予 甲=问额("amount/procurement_sme_services", "服务采购授予中小企业合同金额") 货=服务 乙="，占服务支出金额"/></#if>
</#if>
。
</#if>
