${年度}年${单位}设置绩效目标的项目${问数("count/performance_projects", "设置绩效目标的项目数", "个")}，涉及预算资金${金额(问额("amount/performance_projects", "设置绩效目标的项目涉及的预算资金", 项目("expense/project", "项目支出")))}。
