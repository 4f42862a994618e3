using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Builder.Web.Shell.Security;
using Microsoft.Extensions.Configuration;

namespace Builder.Web.Tests.Shell.Security;

public sealed class ServerCertificateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("builder-certificate-").FullName;

    [Fact]
    public void A_certificate_with_its_key_is_what_the_server_shows()
    {
        var (certificate, key, _) = Make();
        var configuration = Use((ServerCertificate.Switch, certificate), (ServerCertificate.KeySwitch, key));

        Assert.Equal(certificate, configuration["Kestrel:Certificates:Default:Path"]);
        Assert.Equal(key, configuration["Kestrel:Certificates:Default:KeyPath"]);
    }

    [Fact]
    public void So_is_one_that_holds_its_key_itself_behind_a_password()
    {
        var (_, _, pfx) = Make();
        var configuration = Use((ServerCertificate.Switch, pfx), (ServerCertificate.PasswordVariable, "secret"));

        Assert.Equal(pfx, configuration["Kestrel:Certificates:Default:Path"]);
        Assert.Equal("secret", configuration["Kestrel:Certificates:Default:Password"]);
        Assert.Throws<StartException>(() => Use((ServerCertificate.Switch, pfx), (ServerCertificate.PasswordVariable, "wrong")));
    }

    [Fact]
    public void One_that_cannot_be_used_stops_the_start_in_words()
    {
        var (certificate, _, _) = Make();
        foreach (var (file, key) in new[] { (Path.Combine(_folder, "none.pem"), null), (certificate, null), (certificate, certificate) })
        {
            var refused = Assert.Throws<StartException>(() => Use((ServerCertificate.Switch, file), (ServerCertificate.KeySwitch, key)));
            Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_one_nothing_is_set() => Assert.Null(Use()["Kestrel:Certificates:Default:Path"]);

    public void Dispose() => TemporaryFolders.Delete(_folder);

    private static ConfigurationManager Use(params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value)));
        ServerCertificate.Use(configuration);
        return configuration;
    }

    private (string Certificate, string Key, string Pfx) Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=builder.lan", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string[] files = [Path.Combine(_folder, "builder.pem"), Path.Combine(_folder, "builder.key"), Path.Combine(_folder, "builder.pfx")];
        File.WriteAllText(files[0], certificate.ExportCertificatePem());
        File.WriteAllText(files[1], key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(files[2], certificate.Export(X509ContentType.Pfx, "secret"));
        return (files[0], files[1], files[2]);
    }
}
