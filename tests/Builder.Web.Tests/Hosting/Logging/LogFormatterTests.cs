using Builder.Web.Hosting.Logging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Builder.Web.Tests.Hosting.Logging;

public sealed class LogFormatterTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 3, 1, 9, 5, 0, TimeSpan.Zero));

    [Fact]
    public void An_entry_is_one_line_with_time_level_category_event_words_and_ids()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var request = scopes.Push(new Dictionary<string, object?> { ["RequestPath"] = "/projects/p1/Miller.csv", ["TraceId"] = "t1" });
        using var run = scopes.Push(new Dictionary<string, object?> { ["ProjectId"] = "p1", ["RunId"] = "r1" });

        Assert.Equal("2026-03-01 09:05:00.000 +00:00 warn  Builder.Web.Runs[5013] It ended. ProjectId=p1 RunId=r1 TraceId=t1\n", Written(new(), "It ended.", null, scopes));
    }

    [Fact]
    public void What_comes_from_outside_cannot_make_a_second_line() =>
        Assert.Single(Written(new(), "one\n2026-03-01 error Other[1] forged\r\nmore", null).TrimEnd('\n').Split('\n'));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Messages_of_errors_stand_in_the_log_only_where_somebody_asks_for_them(bool asked)
    {
        static void Fail() => throw new InvalidOperationException("outer", new FormatException("'Miller' is no number"));
        var error = Assert.Throws<InvalidOperationException>(Fail);
        var written = Written(new() { ErrorMessages = asked }, "It failed.", error);

        Assert.Contains("System.InvalidOperationException", written, StringComparison.Ordinal);
        Assert.Contains("System.FormatException", written, StringComparison.Ordinal);
        Assert.Contains(nameof(Messages_of_errors_stand_in_the_log_only_where_somebody_asks_for_them), written, StringComparison.Ordinal);
        Assert.Equal(asked, written.Contains("Miller", StringComparison.Ordinal));
    }

    private static string Written(LogOptions options, string words, Exception? error, IExternalScopeProvider? scopes = null)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new LogFormatter(options, Clock).Write(
            new LogEntry<string>(LogLevel.Warning, "Builder.Web.Runs", new EventId(5013), words, error, (state, _) => state), scopes, text);
        return text.ToString();
    }
}
