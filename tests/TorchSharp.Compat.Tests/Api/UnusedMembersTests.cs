using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace TorchSharp.Compat.Tests.Api;

/// <summary>The project offers what the engine, the runner and the benches use, and nothing else.</summary>
public sealed class UnusedMembersTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Type[] s_anyTypes = [.. Enumerable.Repeat(typeof(float), 8)];
    private static readonly string[] s_users =
    [
        "src/Builder.Training/bin/Release/net10.0/Builder.Training.dll",
        "src/Builder.Runner/bin/Release/net10.0/builder-runner.dll",
        "bench/Builder.Bench/bin/Release/net10.0/builder-bench.dll",
    ];

    /// <summary>
    /// What only tests need, and could not do without: a tensor of given numbers, the gradient that a comparison starts from, whether
    /// gradients are recorded (the engine only sets it), and how a tensor lies in memory.
    /// </summary>
    private static readonly MethodBase[] s_forTests =
    [
        ((Func<float[], torch.ScalarType?, torch.Device?, bool, string[]?, torch.Tensor>)torch.tensor).Method,
        typeof(torch.Tensor).GetMethod(
            nameof(torch.Tensor.backward), [typeof(IList<torch.Tensor>), typeof(bool), typeof(bool), typeof(IList<torch.Tensor>)])!,
        typeof(torch.Tensor).GetProperty(nameof(torch.Tensor.requires_grad))!.GetMethod!,
        typeof(torch.Tensor).GetMethod(nameof(torch.Tensor.stride))!,
    ];

    [Fact]
    public void Every_public_member_is_reached_from_the_engine_the_runner_or_the_benches()
    {
        var reached = Reach(s_users.SelectMany(path => UsedBy(Path.Combine(RepositoryFolder.Path, path))).Concat(s_forTests));

        var unused = typeof(torch).Assembly.GetTypes()
            .Where(type => type.IsVisible && !type.IsEnum)
            .SelectMany(type => type.GetMembers(Declared).OfType<MethodBase>())
            .Where(method => method.IsPublic && !IsAsked(method) && !reached.Contains(Key(method)))
            .Select(method => $"{method.DeclaringType!.FullName}.{method}")
            .ToArray();

        Assert.True(unused.Length == 0, $"{unused.Length} members are not used:\n" + string.Join('\n', unused));
    }

    private static HashSet<string> Reach(IEnumerable<MethodBase> first)
    {
        var reached = new HashSet<string>();
        var waiting = new Stack<MethodBase>(first);
        while (waiting.TryPop(out var method))
        {
            if (method.Module.Assembly != typeof(torch).Assembly || !reached.Add(Key(method)))
            {
                continue;
            }

            foreach (var member in MethodBodies.Mentioned(method))
            {
                Push(member);
            }

            // What a type does when it is first touched, and what stands in for an abstract or virtual method.
            var type = method.DeclaringType!;
            Push(type.TypeInitializer);
            foreach (var other in Substitutes(method))
            {
                Push(other);
            }
        }

        return reached;

        void Push(MemberInfo? member)
        {
            if (member is MethodBase called)
            {
                waiting.Push(called);
            }
            else if (member?.DeclaringType?.TypeInitializer is { } initializer)
            {
                waiting.Push(initializer);
            }
        }
    }

    private static IEnumerable<MethodBase> Substitutes(MethodBase method) => method.IsVirtual
        ? typeof(torch).Assembly.GetTypes()
            .Where(type => type.BaseType is not null && IsDerived(type, method.DeclaringType!))
            .SelectMany(type => type.GetMethods(Declared))
            .Where(other => other.IsVirtual && other.Name == method.Name)
        : [];

    private static bool IsDerived(Type type, Type ancestor)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent == ancestor || (parent.IsGenericType && parent.Name == ancestor.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the runtime or the language asks for: disposal, enumeration, texts; a setter, as properties are listed as a whole.</summary>
    private static bool IsAsked(MethodBase method) =>
        method.Name is nameof(IDisposable.Dispose) or "Finalize" or nameof(ToString) or "GetEnumerator"
        || method.Name.StartsWith("set_", StringComparison.Ordinal)
        || method.Name.Contains('.', StringComparison.Ordinal);

    /// <summary>All methods of this project that an assembly's metadata refers to.</summary>
    private static MethodBase[] UsedBy(string path)
    {
        Assert.True(File.Exists(path), $"{path} is not built.");
        var module = Assembly.LoadFrom(path).ManifestModule;
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.MemberReferences
            .Where(handle => IsMethodOfOurs(metadata, metadata.GetMemberReference(handle)))
            .Select(handle => module.ResolveMethod(MetadataTokens.GetToken(handle), s_anyTypes, s_anyTypes)!)];
    }

    private static bool IsMethodOfOurs(MetadataReader metadata, MemberReference member) =>
        member.GetKind() == MemberReferenceKind.Method && AssemblyOf(metadata, member.Parent) == "TorchSharp";

    private static string? AssemblyOf(MetadataReader metadata, EntityHandle type) => type.Kind switch
    {
        HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type).Name),
        HandleKind.TypeReference => AssemblyOf(metadata, metadata.GetTypeReference((TypeReferenceHandle)type).ResolutionScope),
        HandleKind.TypeSpecification => AssemblyOf(metadata, Definition(metadata, (TypeSpecificationHandle)type)),
        _ => null,
    };

    /// <summary>The generic type that an instantiated one is made from.</summary>
    private static EntityHandle Definition(MetadataReader metadata, TypeSpecificationHandle type)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(type).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return default;
        }

        signature.ReadByte();
        return signature.ReadTypeHandle();
    }

    /// <summary>One name for a method and all its instantiations.</summary>
    private static string Key(MethodBase method) => $"{method.Module.ScopeName}:{method.MetadataToken}";
}
