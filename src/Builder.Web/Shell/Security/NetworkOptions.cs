using Builder.Web.Hosting.Configuration;

namespace Builder.Web.Shell.Security;

/// <summary>Who beside this machine may reach the server, and how.</summary>
[Settings("Builder:Network")]
public sealed record NetworkOptions
{
    /// <summary>The names by which other computers call this server, separated by commas; null lets in this machine only.</summary>
    [Setting(ServerNames.Switch)]
    public string? Names { get; init; }

    /// <summary>Whether plain http is allowed beyond this machine.</summary>
    [Setting(ListenAddresses.Unencrypted)]
    public bool WithoutEncryption { get; init; }

    /// <summary>The file of the certificate for https: PEM, or PFX.</summary>
    [Setting(ServerCertificate.Switch)]
    public string? Certificate { get; init; }

    /// <summary>The file of its key, for PEM.</summary>
    [Setting(ServerCertificate.KeySwitch)]
    public string? CertificateKey { get; init; }

    /// <summary>The password of a PFX file or key.</summary>
    [Setting(ServerCertificate.PasswordVariable)]
    public string? CertificatePassword { get; init; }

    /// <summary>The proxies that may say for whom they ask: addresses or ranges, separated by commas.</summary>
    [Setting(TrustedProxies.Switch)]
    public string? Proxies { get; init; }

    /// <summary>What a configuration says.</summary>
    public static NetworkOptions From(IConfiguration configuration) => ServerSettings.Read<NetworkOptions>(configuration);
}
