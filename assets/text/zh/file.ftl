toast-saved-in-place = 已保存。此文件夹无法新建文件，因此先在早期版本中保留了副本，再直接写入原文件。
toast-not-kept-full = 已保存，但未能保留之前的版本：存放早期版本的磁盘已满。
toast-not-kept = 已保存，但未能保留之前的版本：{ $reason }。
step-restore = 恢复其他版本
