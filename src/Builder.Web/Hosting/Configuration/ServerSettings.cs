using System.Reflection;
using Builder.Graph;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Builder.Web.Hosting.Configuration;

/// <summary>All settings of the server, found by their attributes, and how they become options.</summary>
public static class ServerSettings
{
    private const string Root = "Builder";

    /// <summary>All of them, in the order of their keys.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. typeof(ServerSettings).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(SettingsAttribute), inherit: false))
            .SelectMany(type => type.GetProperties().Where(p => p.IsDefined(typeof(SettingAttribute))).Select(p => new Setting(type, p)))
            .OrderBy(setting => setting.Key, StringComparer.Ordinal),
    ];

    /// <summary>Registers a class of options, bound to the configuration and checked when the server starts.</summary>
    public static void AddServerOptions<T>(this IServiceCollection services, IConfiguration configuration)
        where T : class
    {
        services.AddOptions<T>().Bind(SectionOf(typeof(T), configuration)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
    }

    /// <summary>A class of options for what has to be known before services exist.</summary>
    public static T Read<T>(IConfiguration configuration)
        where T : class, new()
    {
        var options = new T();
        SectionOf(typeof(T), configuration).Bind(options);
        return options;
    }

    /// <summary>What of the configuration cannot be used, in words; empty where all is well.</summary>
    public static IReadOnlyList<Localized> Faults(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var known = All.Select(setting => setting.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. All.Select(setting => setting.Fault(configuration)).OfType<Localized>(),
            .. configuration.GetSection(Root).AsEnumerable().Where(entry => entry.Value is { Length: > 0 } && entry.Key != Root && !known.Contains(entry.Key))
                .Select(entry => SettingTexts.Unknown(entry.Key)),
        ];
    }

    // What variables and switches say stands above what appsettings.json says.
    private static IConfiguration SectionOf(Type owner, IConfiguration configuration) => new ConfigurationBuilder()
        .AddInMemoryCollection(
            from setting in All
            where setting.Owner == owner
            let given = setting.Given(configuration)
            where given is not null
            select KeyValuePair.Create(setting.Key, (string?)given.Value.Value))
        .Build()
        .GetSection(owner.GetCustomAttribute<SettingsAttribute>()!.Section);
}
