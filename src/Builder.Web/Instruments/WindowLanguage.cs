using MudBlazor;

namespace Builder.Web.Instruments;

/// <summary>Lets the window's language decide, not the culture of a thread: the server knows only the invariant one.</summary>
/// <param name="log">Where MudBlazor tells what it does not find.</param>
/// <param name="texts">Its texts in the window's language.</param>
internal sealed class WindowLanguage(ILoggerFactory log, MudLocalizer texts) : DefaultLocalizationInterceptor(log, texts)
{
    /// <inheritdoc/>
    public override bool IgnoreDefaultEnglish { get; init; } = true;
}
