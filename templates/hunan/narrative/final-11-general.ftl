<#assign 会议费 = 问额("amount/meeting_cost", "全年会议费", 项目("basic/30215", "基本支出中的会议费"))>
<#assign 培训费 = 问额("amount/training_cost", "全年培训费", 项目("basic/30216", "基本支出中的培训费"))>
<#assign 活动费 = 问额("amount/event_cost", "全年举办节庆、晚会、论坛、赛事活动的开支")>
<#if 无额(会议费)>
${年度}年本${部门}未开支会议费；
<#else>
${年度}年本${部门}开支会议费${金额(会议费)}，用于召开${必问("text/meetings", "情况", "召开的会议")}，人数${必问("text/meeting_persons", "数量", "会议人数")}人，内容为${必问("text/meeting_content", "情况", "会议内容")}；
</#if>
<#if 无额(培训费)>
未开支培训费；
<#else>
开支培训费${金额(培训费)}，用于开展${必问("text/trainings", "情况", "开展的培训")}，人数${必问("text/training_persons", "数量", "培训人数")}人，内容为${必问("text/training_content", "情况", "培训内容")}；
</#if>
<#if 无额(活动费)>
未举办节庆、晚会、论坛、赛事等活动。
<#else>
举办${必问("text/events", "情况", "举办的节庆、晚会、论坛、赛事活动")}，开支${金额(活动费)}。
</#if>
