## 绩效管理工作开展情况

${必问("text/performance_management", "情况", "预算绩效管理工作开展情况")}。

## 部门整体支出绩效情况

${必问("text/performance_department", "情况", "部门整体支出绩效情况")}。

## 存在的问题及原因分析

${必问("text/performance_problems", "情况", "绩效管理存在的问题及原因")}。
