using System.Globalization;
using Builder.Graph;
using Builder.Web.Shell;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Builder.Web.Instruments;

/// <summary>What MudBlazor's parts say of themselves, by the names that it gives to its texts.</summary>
/// <param name="ui">The window.</param>
internal sealed class InstrumentTexts(UiState ui) : MudLocalizer
{
    /// <summary>Every text that one of the parts in use can show or read out.</summary>
    public static IReadOnlyDictionary<string, Localized> All { get; } = new Dictionary<string, Localized>(StringComparer.Ordinal)
    {
        ["MudBaseDatePicker_NextMonth"] = new("Next month: {0}", "下个月：{0}"),
        ["MudBaseDatePicker_NextYear"] = new("Next year: {0}", "下一年：{0}"),
        ["MudBaseDatePicker_Open"] = new("Open the calendar", "打开日历"),
        ["MudBaseDatePicker_PrevMonth"] = new("Previous month: {0}", "上个月：{0}"),
        ["MudBaseDatePicker_PrevYear"] = new("Previous year: {0}", "上一年：{0}"),
        ["MudTimePicker_Open"] = new("Open the clock", "打开时钟"),
        ["MudInput_Clear"] = new("Clear", "清除"),
        ["MudInput_Increment"] = new("Increase", "增加"),
        ["MudInput_Decrement"] = new("Decrease", "减少"),
        ["MudFormComponent_Required"] = new("A value is needed here.", "此处需要填写。"),
        ["MudDataGrid_Loading"] = new("Loading…", "正在加载……"),
        ["MudDataGrid_CollapseGroup"] = new("Fold the group", "收起该组"),
        ["MudDataGrid_ExpandGroup"] = new("Open the group", "展开该组"),
        ["MudDataGrid_ToggleGroupExpansion"] = new("Fold or open the group", "展开或收起该组"),
        ["MudDataGrid_SelectAllRows"] = new("Choose all rows", "选择全部行"),
        ["MudDataGrid_SelectRow"] = new("Choose the row", "选择该行"),
        ["Converter_ConversionError"] = new("This cannot be read: {0}", "无法识别：{0}"),
        ["Converter_ConversionFailed"] = new("This cannot be read.", "无法识别。"),
        ["Converter_InvalidDateTime"] = new("This is no date.", "这不是日期。"),
        ["Converter_InvalidTimeSpan"] = new("This is no time of day.", "这不是时间。"),
    };

    /// <inheritdoc/>
    public override LocalizedString this[string key] => this[key, []];

    /// <inheritdoc/>
    public override LocalizedString this[string key, params object[] arguments] => All.TryGetValue(key, out var text)
        ? new LocalizedString(key, string.Format(CultureInfo.InvariantCulture, ui.T(text), arguments))
        : new LocalizedString(key, key, resourceNotFound: true);
}
