using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Builder.Architecture.Tests;

/// <summary>One instruction of a compiled method and, where it has one, its metadata token.</summary>
internal readonly record struct Instruction(ILOpCode Code, int Token);

/// <summary>Reads compiled methods without loading them. Source: ECMA-335, partition III.</summary>
internal static class Il
{
    private const byte TwoByteCodes = 0xFE;

    private static readonly Dictionary<ILOpCode, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .Where(code => code.OpCodeType != OpCodeType.Nternal)
        .ToDictionary(code => (ILOpCode)(ushort)code.Value, code => code.OperandType);

    public static List<Instruction> Read(BlobReader body)
    {
        var instructions = new List<Instruction>();
        while (body.RemainingBytes > 0)
        {
            var first = body.ReadByte();
            var code = (ILOpCode)(first == TwoByteCodes ? (first << 8) | body.ReadByte() : first);
            instructions.Add(new Instruction(code, ReadOperand(ref body, Operands[code])));
        }

        return instructions;
    }

    /// <summary>The literal that a <c>ldstr</c> instruction puts on the stack.</summary>
    public static string Literal(this MetadataReader metadata, Instruction load) =>
        metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(load.Token));

    /// <summary>True where the instruction's operand is the token of a type, a method or a field.</summary>
    public static bool NamesMember(Instruction instruction) =>
        Operands[instruction.Code] is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok;

    private static int ReadOperand(ref BlobReader body, OperandType type)
    {
        switch (type)
        {
            case OperandType.InlineNone:
                return 0;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                return body.ReadByte();
            case OperandType.InlineVar:
                return body.ReadUInt16();
            case OperandType.InlineI8 or OperandType.InlineR:
                body.ReadInt64();
                return 0;
            case OperandType.InlineSwitch:
                var targets = body.ReadInt32();
                body.Offset += targets * sizeof(int);
                return 0;
            default:
                return body.ReadInt32();
        }
    }
}
