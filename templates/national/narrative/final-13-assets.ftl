<#assign 领导 = 问数("count/asset_vehicle_ministerial", "副部（省）级及以上领导用车", "辆")>
<#assign 负责人 = 问数("count/asset_vehicle_leader", "主要负责人用车", "辆")>
<#assign 机要 = 问数("count/asset_vehicle_confidential", "机要通信用车", "辆")>
<#assign 应急 = 问数("count/asset_vehicle_emergency", "应急保障用车", "辆")>
<#assign 执法 = 问数("count/asset_vehicle_enforcement", "执法执勤用车", "辆")>
<#assign 特种 = 问数("count/asset_vehicle_special", "特种专业技术用车", "辆")>
<#assign 离退休 = 问数("count/asset_vehicle_retired", "离退休干部服务用车", "辆")>
<#assign 其他 = 问数("count/asset_vehicle_other", "其他用车", "辆")>
截至${年度}年12月31日，${单位}共有车辆${数合计("车辆合计", 领导, 负责人, 机要, 应急, 执法, 特种, 离退休, 其他)}，其中：副部（省）级及以上领导用车${领导}、主要负责人用车${负责人}、机要通信用车${机要}、应急保障用车${应急}、执法执勤用车${执法}、特种专业技术用车${特种}、离退休干部服务用车${离退休}、其他用车${其他}<#if 其他.已填 && !其他.无>，其他用车主要是${必问("text/asset_vehicle_other", "情况", "其他用车的用途")}</#if>；单价100万元（含）以上设备（不含车辆）${问数("count/asset_special_equipment", "单价100万元（含）以上设备（不含车辆）的数量", "台（套）")}。
