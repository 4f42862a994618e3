using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Builder.Web.Shell.Security;

/// <summary>The certificate for https that a person gives: a PEM file with its key beside it, or a PFX file.</summary>
public static class ServerCertificate
{
    /// <summary>The switch that names the file of the certificate.</summary>
    public const string Switch = "certificate";

    /// <summary>The switch that names the file of its key, for PEM.</summary>
    public const string KeySwitch = "certificate-key";

    /// <summary>The variable that holds the password of a PFX file or key: a switch would show it to every user of the machine.</summary>
    public const string PasswordVariable = "BUILDER_CERTIFICATE_PASSWORD";

    private const string Default = "Kestrel:Certificates:Default:";

    /// <summary>Tells the server of the certificate that the configuration names; nothing happens where it names none.</summary>
    /// <exception cref="StartException">It cannot be used.</exception>
    public static void Use(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = NetworkOptions.From(configuration);
        if (options.Certificate is not { } file)
        {
            return;
        }

        var (key, password) = (options.CertificateKey, options.CertificatePassword);
        Check(file, key, password);
        (configuration[Default + "Path"], configuration[Default + "KeyPath"], configuration[Default + "Password"]) = (Path.GetFullPath(file), key is null ? null : Path.GetFullPath(key), password);
    }

    private static void Check(string file, string? key, string? password)
    {
        try
        {
            using var certificate = key is null ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
                : password is null ? X509Certificate2.CreateFromPemFile(file, key)
                : X509Certificate2.CreateFromEncryptedPemFile(file, password, key);
            if (!certificate.HasPrivateKey)
            {
                throw new CryptographicException("It has no private key.");
            }
        }
        catch (Exception cause) when (cause is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartException(GateTexts.BadCertificate(file, cause.Message));
        }
    }
}
