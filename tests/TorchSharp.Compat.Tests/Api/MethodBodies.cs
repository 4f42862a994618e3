using System.Reflection;
using System.Reflection.Emit;

namespace TorchSharp.Compat.Tests.Api;

/// <summary>Which methods and fields a method's instructions name.</summary>
internal static class MethodBodies
{
    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<MemberInfo> Mentioned(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < bytes.Length;)
        {
            var code = Next(bytes, ref at);
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineField)
            {
                var token = BitConverter.ToInt32(bytes, at);
                if (method.Module.ResolveMember(token, typeArguments, methodArguments) is { } member)
                {
                    yield return member;
                }
            }

            at += OperandSize(code, bytes, at);
        }
    }

    private static OpCode Next(byte[] bytes, ref int at)
    {
        var value = (short)bytes[at++];
        if (value == 0xFE)
        {
            value = (short)((0xFE << 8) | bytes[at++]);
        }

        return s_codes[value];
    }

    private static int OperandSize(OpCode code, byte[] bytes, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
        _ => 4,
    };
}
