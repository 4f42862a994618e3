using System.ComponentModel.DataAnnotations;
using Builder.Web.Data.Upload;
using Builder.Web.Hosting.Configuration;
using Builder.Web.Operations.Backups;
using Builder.Web.Runners;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Builder.Web.Tests.Hosting.Configuration;

public sealed class ServerSettingsTests
{
    [Fact]
    public void A_variable_stands_above_the_settings_file_and_both_above_the_usual_value()
    {
        Assert.Null(Read<RunnerOptions>().Threads);
        Assert.Equal(3, Read<RunnerOptions>(("Builder:Runner:Threads", "3")).Threads);
        Assert.Equal(4, Read<RunnerOptions>(("Builder:Runner:Threads", "3"), ("BUILDER_THREADS", "4")).Threads);
    }

    [Fact]
    public void All_kinds_of_values_are_read()
    {
        var runner = Read<RunnerOptions>(("BUILDER_RUNNER", "/opt/runner"), ("BUILDER_RUNNER_SILENCE", "00:00:20"));

        Assert.Equal(("/opt/runner", TimeSpan.FromSeconds(20)), (runner.Program, runner.LongestSilence));
        Assert.Equal(5_000_000_000, Read<UploadLimits>(("BUILDER_UPLOAD_LIMIT", "5000000000")).FileBytes);
        Assert.Equal(0, Read<BackupOptions>(("BUILDER_BACKUP_DAYS", "0")).Days);
    }

    [Theory]
    [InlineData("BUILDER_THREADS", "abc", "a whole number from 1 to 1024", "1 到 1024 之间的整数")]
    [InlineData("BUILDER_THREADS", "0", "a whole number from 1 to 1024", "1 到 1024 之间的整数")]
    [InlineData("Builder:Runner:Threads", "-2", "a whole number from 1 to 1024", "1 到 1024 之间的整数")]
    [InlineData("BUILDER_UPLOAD_LIMIT", "2 GB", "a whole number from 1 to 1000000000000", "之间的整数")]
    [InlineData("BUILDER_UPLOAD_LIMIT", "99999999999999999999", "a whole number", "整数")]
    [InlineData("BUILDER_RUNNER_SILENCE", "15", "a span of time from 00:00:02 to 01:00:00", "时长")]
    [InlineData("BUILDER_BACKUP_HOUR", "24", "a whole number from 0 to 23", "0 到 23 之间的整数")]
    [InlineData("BUILDER_LOG_ERROR_MESSAGES", "perhaps", "true or false", "true 或 false")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "here", "an address such as", "地址")]
    public void What_cannot_be_read_is_refused_in_words_and_never_replaced(string name, string value, string expected, string expectedZh)
    {
        var fault = Assert.Single(ServerSettings.Faults(Configuration((name, value))));

        Assert.Contains($"{name} is “{value}”", fault.En, StringComparison.Ordinal);
        Assert.Contains(expected, fault.En, StringComparison.Ordinal);
        Assert.Contains($"{name} 的值是“{value}”", fault.Zh, StringComparison.Ordinal);
        Assert.Contains(expectedZh, fault.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_refused_in_words_the_options_refuse_as_well()
    {
        var services = new ServiceCollection();
        services.AddServerOptions<RunnerOptions>(Configuration(("BUILDER_THREADS", "0")));
        using var provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<RunnerOptions>>().Value);
    }

    [Fact]
    public void An_empty_variable_says_nothing() => Assert.Empty(ServerSettings.Faults(Configuration(("BUILDER_THREADS", ""))));

    [Fact]
    public void An_entry_of_the_settings_file_that_nobody_knows_is_refused() => Assert.Contains(
        "Builder:Runner:Treads", Assert.Single(ServerSettings.Faults(Configuration(("Builder:Runner:Treads", "4")))).En, StringComparison.Ordinal);

    [Fact]
    public void Every_usual_value_is_one_that_would_be_accepted() => Assert.All(
        ServerSettings.All.Select(s => s.Owner).Distinct().Select(owner => Activator.CreateInstance(owner)!),
        options => Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true));

    [Fact]
    public void The_documented_page_lists_every_setting_with_its_place_and_usual_value_and_no_other()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "settings.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("`Builder:", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
            .ToDictionary(cells => cells[0].Trim('`'));

        Assert.Equal(ServerSettings.All.Select(s => s.Variable).Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(ServerSettings.All, setting =>
        {
            Assert.Equal(setting.Key, rows[setting.Variable][1].Trim('`'));
            if (setting.Default is { } usual && !usual.StartsWith('/'))
            {
                Assert.Equal(usual, rows[setting.Variable][2].Trim('`'));
            }

            Assert.NotEmpty(rows[setting.Variable][3]);
        });
    }

    [Fact]
    public void No_two_settings_share_a_name() =>
        Assert.Equal(ServerSettings.All.Count, ServerSettings.All.SelectMany(s => new[] { s.Variable, s.Key }).Distinct(StringComparer.OrdinalIgnoreCase).Count() / 2);

    private static T Read<T>(params (string Name, string Value)[] entries)
        where T : class, new() => ServerSettings.Read<T>(Configuration(entries));

    private static IConfiguration Configuration(params (string Name, string Value)[] entries) =>
        new ConfigurationBuilder().AddInMemoryCollection(entries.Select(e => KeyValuePair.Create(e.Name, (string?)e.Value))).Build();
}
