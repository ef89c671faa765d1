action-settings = 设置…
action-interface-larger = 放大界面
action-interface-smaller = 缩小界面
action-interface-normal = 界面恢复正常大小
action-folders = 文件保存位置…

settings-title = 设置
settings-theme = 颜色
settings-theme-system = 跟随系统
settings-theme-light = 浅色
settings-theme-dark = 深色
settings-language = 语言
settings-language-system = 跟随系统
settings-interface = 界面大小
settings-interface-percent = { $percent } %
settings-motion = 动画
settings-motion-system = 跟随系统
settings-motion-on = 开
settings-motion-off = 关
settings-motion-note = 卡片移到新位置时会平滑移动。
settings-note = 面板、窗口大小、最近的文件和导出选项会自动记住。
settings-folders = 文件保存位置…

folders-title = 文件保存位置
folders-settings = 设置
folders-data = 恢复的工作和早期版本
folders-none = 未保存：此系统没有可用的文件夹。
folders-note = 您的项目只保存在您选择的位置。
folders-copy = 复制路径

about-licences = 许可证
about-plex = IBM Plex Sans，SIL Open Font License
about-lucide = Lucide 图标，ISC 和 MIT 许可证

type-missing = 系统没有简体中文字体，汉字只能显示为方框。
type-linux = 请安装一种字体，例如 Noto Sans CJK（软件包 fonts-noto-cjk、google-noto-sans-cjk-fonts 或 noto-fonts-cjk），然后重新启动 Touchline。
type-windows = 请在“设置 › 时间和语言 › 语言和区域”中添加简体中文（会带来 Microsoft YaHei 字体），然后重新启动 Touchline。
type-mac = 请在“字体册”中启用 PingFang SC，然后重新启动 Touchline。
type-close = 关闭提示
toast-exported-without-chinese = 已导出到 { $file }，但缺少汉字：系统没有对应的字体。
